package io.fluxlab.lane;

import io.fluxlab.claim.Claim;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.parameter.Param;
import java.util.Optional;

/** Each task on a virtual thread of its own (JEP 444; lecture: Green threads), all at once or only so many. */
public record VirtualLane(VirtualLane.Settings settings) implements LaneFamily<VirtualLane.Settings> {

    /**
     * What can be set.
     *
     * @param concurrency how many tasks run at once; 0 is all
     */
    public record Settings(
            @Param(value = "how many tasks run at once, 0 for all of them", min = 0, max = 1_000_000)
            int concurrency) {}

    /** As many threads as tasks. */
    public VirtualLane() {
        this(new Settings(0));
    }

    @Override
    public Lane with(Settings newSettings) {
        return new VirtualLane(newSettings);
    }

    @Override
    public String name() {
        return "virtual";
    }

    @Override
    public String summary() {
        return "each task on a virtual thread of its own";
    }

    @Override
    public int concurrency(int tasks) {
        return Math.min(Math.max(1, tasks), mostConcurrency());
    }

    @Override
    public int mostConcurrency() {
        return settings.concurrency() == 0 ? Integer.MAX_VALUE : settings.concurrency();
    }

    /** Their carriers are the JVM's, and as many for all runs as for one. */
    @Override
    public Claim claim(int concurrency) {
        return VirtualSession.claim(concurrency);
    }

    @Override
    public int computing(int concurrency) {
        return VirtualSession.carriers(concurrency);
    }

    @Override
    public Optional<String> code(String threads) {
        String scheduler = "Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), \"%s\")";
        String subscribed = "body.subscribeOn(scheduler)";
        return Optional.of(("Scheduler scheduler = " + scheduler + "; // once\n%s")
                .formatted(
                        threads,
                        settings.concurrency() == 0
                                ? subscribed
                                : "source.flatMap(item -> " + subscribed + ", " + settings.concurrency() + ")"));
    }

    @Override
    public Optional<StagePlace> stagePlace() {
        int most = settings.concurrency();
        String executor = most == 0
                ? "Executors.newVirtualThreadPerTaskExecutor()"
                : "Executors.newFixedThreadPool(%d, Thread.ofVirtual().factory())".formatted(most);
        return Optional.of(StagePlace.pool(
                most,
                VirtualSession.claim(most == 0 ? 1 : most),
                name -> "Schedulers.fromExecutorService(%s, \"%s\")".formatted(executor, name),
                (name, home) -> VirtualPool.open(name, most)));
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        return VirtualSession.named(name(), concurrency);
    }
}
