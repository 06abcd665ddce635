package io.fluxlab.process;

import io.fluxlab.claim.Claim;
import io.fluxlab.lane.KeptLane;
import io.fluxlab.lane.LaneFamily;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.lane.Locality;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.process.child.Children;
import io.fluxlab.process.child.Services;
import io.fluxlab.process.pool.ChildPoolSession;
import io.fluxlab.process.pool.Pool;
import io.fluxlab.process.pool.PoolSettings;
import io.fluxlab.workload.Workload;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * In child JVMs that share no heap, one task at a time in each (lecture: Многопроцессность, Создание пула процессов).
 * Immutable, but for the pool of a lane that is kept.
 */
public final class ProcessLane implements LaneFamily<ProcessSettings> {

    private final ProcessSettings settings;
    private final PoolSettings poolSettings;
    private final @Nullable Pool kept;

    /** The lane with default settings, for {@link ServiceLoader}. */
    public ProcessLane() {
        this(ProcessSettings.DEFAULT, PoolSettings.DEFAULT, null);
    }

    private ProcessLane(ProcessSettings settings, PoolSettings poolSettings, @Nullable Pool kept) {
        this.settings = settings;
        this.poolSettings = poolSettings;
        this.kept = kept;
    }

    @Override
    public ProcessSettings settings() {
        return settings;
    }

    @Override
    public ProcessLane with(ProcessSettings newSettings) {
        return new ProcessLane(newSettings, poolSettings.withHeapMegabytes(newSettings.heapMegabytes()), kept);
    }

    /** This lane over children that are treated like this. */
    ProcessLane with(PoolSettings newSettings) {
        return new ProcessLane(settings, newSettings, kept);
    }

    @Override
    public String name() {
        return "process";
    }

    @Override
    public String summary() {
        return "in child JVMs that share no heap, one per CPU";
    }

    /** On one CPU there is nothing that a second process could win. */
    @Override
    public boolean isUsual() {
        return Runtime.getRuntime().availableProcessors() > 1;
    }

    @Override
    public int concurrency(int tasks) {
        return settings.children(tasks);
    }

    @Override
    public int mostConcurrency() {
        return ProcessSettings.MOST_PROCESSES;
    }

    @Override
    public Claim claim(int concurrency) {
        return Children.claim(Math.min(concurrency, mostConcurrency()), poolSettings.heapMegabytes());
    }

    @Override
    public Locality locality() {
        return Locality.HOST;
    }

    @Override
    public Optional<String> refusal(Workload<?> workload) {
        return Services.refusal(workload);
    }

    /** This lane over one pool, whose children stay from run to run and open a new plan for each. */
    @Override
    public Optional<KeptLane> keep() {
        Pool pool = new Pool(poolSettings);
        return Optional.of(new KeptLane(new ProcessLane(settings, poolSettings, pool), pool.close()));
    }

    @Override
    public Optional<String> code(String threads) {
        return Optional.of(
                "Mono.fromCallable(() -> new ProcessBuilder(\"java\", \"-cp\", classPath, \"Main\").start()).flatMap(child -> Mono.fromFuture(child.onExit()))");
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        int children = Math.min(concurrency, mostConcurrency());
        return kept == null
                ? new ChildPoolSession(new Pool(poolSettings), children, true)
                : new ChildPoolSession(kept, children, false);
    }
}
