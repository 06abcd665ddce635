package io.fluxlab.lane;

import io.fluxlab.canary.SharedResource;
import io.fluxlab.claim.Claim;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.LabThreads;
import io.fluxlab.parameter.Param;
import java.util.Optional;
import reactor.core.scheduler.Schedulers;

/**
 * On one thread per CPU, or as many as are asked for: what multiprocessing is for in Python (lecture: Многопроцессность).
 */
public record ParallelLane(ParallelLane.Settings settings) implements LaneFamily<ParallelLane.Settings> {

    private static final String REACTORS_OWN = "Schedulers.parallel()";

    /**
     * What can be set.
     *
     * @param threads how many there are; 0 is one per CPU
     * @param shared whether they stand for those of {@code Schedulers.parallel()}, which an application's timers share
     */
    public record Settings(
            @Param(value = "how many threads, 0 for one per CPU", min = 0, max = 1024)
            int threads,

            @Param("whether it stands for Schedulers.parallel(), which every timer of an application shares")
            boolean shared) {}

    /** As Reactor has it. */
    public ParallelLane() {
        this(new Settings(0, false));
    }

    @Override
    public Lane with(Settings newSettings) {
        if (newSettings.shared() && newSettings.threads() > 0) {
            throw InvalidRequestException.of(
                    "threads",
                    newSettings.threads(),
                    "threads must be 0 where shared is true, since Schedulers.parallel() has one per CPU, was "
                            + newSettings.threads());
        }
        return new ParallelLane(newSettings);
    }

    @Override
    public String name() {
        return "parallel";
    }

    @Override
    public String summary() {
        return "on one platform thread per CPU";
    }

    @Override
    public int concurrency(int tasks) {
        return Math.min(Math.max(1, tasks), threads());
    }

    /** All of its threads, however few tasks there are: timers are dealt to each in turn. */
    @Override
    public Claim claim(int concurrency) {
        return Claim.ofThreads(threads());
    }

    @Override
    public Optional<String> code(String threads) {
        if (settings.shared()) {
            return Optional.of("body.subscribeOn(" + REACTORS_OWN + ")");
        }
        String count = settings.threads() == 0 ? "" : ", " + settings.threads();
        return Optional.of(
                "Scheduler scheduler = Schedulers.newParallel(\"%s\"%s); // once\nbody.subscribeOn(scheduler)"
                        .formatted(threads, count));
    }

    @Override
    public Optional<StagePlace> stagePlace() {
        String count = settings.threads() == 0 ? "" : ", " + settings.threads();
        return Optional.of(StagePlace.pool(
                threads(),
                Claim.ofThreads(threads()),
                name -> settings.shared() ? REACTORS_OWN : "Schedulers.newParallel(\"%s\"%s)".formatted(name, count),
                this::stages));
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        PoolSession pool = pool(LabThreads.name(name()), home).withStrands(concurrency);
        return SharedTimers.of(pool, name(), !settings.shared());
    }

    private StagePlace.Pool stages(String threadName, HomeLoop home) {
        StagePlace.Pool pool = pool(threadName, home).asPool();
        return pool.sharing(SharedResource.timers(name(), pool.scheduler(), !settings.shared()));
    }

    private PoolSession pool(String name, HomeLoop home) {
        CountingThreads threads = new CountingThreads(name, false);
        return new PoolSession(Schedulers.newParallel(threads(), threads), threads, home);
    }

    private int threads() {
        return settings.threads() == 0 ? Runtime.getRuntime().availableProcessors() : settings.threads();
    }
}
