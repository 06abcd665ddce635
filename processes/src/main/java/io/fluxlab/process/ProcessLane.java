package io.fluxlab.process;

import io.fluxlab.lane.KeptLane;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.process.pool.Pool;
import io.fluxlab.process.pool.PoolSession;
import io.fluxlab.process.pool.PoolSettings;
import io.fluxlab.workload.Workload;
import java.util.Optional;
import java.util.ServiceLoader;

/** In child JVMs that share no heap, one task at a time in each (lecture: Многопроцессность, Создание пула процессов). */
public final class ProcessLane implements Lane {

    /** Each child is a JVM. */
    private static final int MOST_PROCESSES = 64;

    private final PoolSettings settings;

    /** The lane with default settings, for {@link ServiceLoader}. */
    public ProcessLane() {
        this(PoolSettings.DEFAULT);
    }

    /** The lane with other settings. */
    public ProcessLane(PoolSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "process";
    }

    @Override
    public String summary() {
        return "in child JVMs that share no heap, one per CPU";
    }

    @Override
    public int concurrency(int tasks) {
        return Math.min(Math.max(1, tasks), Runtime.getRuntime().availableProcessors());
    }

    @Override
    public int mostConcurrency() {
        return MOST_PROCESSES;
    }

    @Override
    public Optional<String> refusal(Workload<?> workload) {
        boolean isFound = ServiceLoader.load(Workload.class).stream()
                .anyMatch(found -> found.type() == workload.getClass());
        return isFound
                ? Optional.empty()
                : Optional.of("it was made in this program's code, and another process can only make what is on the class"
                        + " path as a service: name it in META-INF/services/" + Workload.class.getName());
    }

    @Override
    public Optional<KeptLane> keep() {
        return Optional.of(new KeptProcessLane(this, new Pool(settings)));
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        return new PoolSession(new Pool(settings), Math.min(concurrency, MOST_PROCESSES), true);
    }
}
