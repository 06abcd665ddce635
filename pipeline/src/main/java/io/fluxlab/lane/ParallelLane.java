package io.fluxlab.lane;

import io.fluxlab.claim.Claim;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.LabThreads;
import io.fluxlab.parameter.Param;
import java.util.Optional;
import reactor.core.scheduler.Schedulers;

/**
 * On one thread per CPU, or as many as are asked for: what multiprocessing is for in Python (lecture: Многопроцессность).
 */
public record ParallelLane(ParallelLane.Settings settings) implements LaneFamily<ParallelLane.Settings> {

    /**
     * What can be set.
     *
     * @param threads how many there are; 0 is one per CPU
     */
    public record Settings(
            @Param(value = "how many threads, 0 for one per CPU", min = 0, max = 1024)
            int threads) {}

    /** As Reactor has it. */
    public ParallelLane() {
        this(new Settings(0));
    }

    @Override
    public Lane with(Settings newSettings) {
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

    @Override
    public Claim claim(int concurrency) {
        return Claim.ofThreads(Math.min(concurrency, threads()));
    }

    @Override
    public Optional<String> code(String threads) {
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
                name -> "Schedulers.newParallel(\"%s\"%s)".formatted(name, count),
                (name, home) -> pool(name, home).asPool()));
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        return pool(LabThreads.name(name()), home);
    }

    private PoolSession pool(String name, HomeLoop home) {
        CountingThreads threads = new CountingThreads(name, false);
        return new PoolSession(Schedulers.newParallel(threads(), threads), threads, home);
    }

    private int threads() {
        return settings.threads() == 0 ? Runtime.getRuntime().availableProcessors() : settings.threads();
    }
}
