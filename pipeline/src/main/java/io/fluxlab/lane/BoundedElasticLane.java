package io.fluxlab.lane;

import io.fluxlab.claim.Claim;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.parameter.Param;
import java.util.Optional;

/** On a bounded elastic pool, one thread a task while it runs (lecture: Многопоточность). */
public record BoundedElasticLane(BoundedElasticLane.Settings settings)
        implements LaneFamily<BoundedElasticLane.Settings> {

    private static final int THREADS_PER_CPU = 10;

    /**
     * What can be set, as in {@code Schedulers.newBoundedElastic(threads, queue, ..)}.
     *
     * @param threads how many there are at the most; 0 is 10 per CPU
     * @param queue how many tasks wait for each of them at the most: more are refused; 0 is any number
     */
    public record Settings(
            @Param(value = "how many threads at the most, 0 for 10 per CPU", min = 0, max = 4096)
            int threads,

            @Param(
                    value =
                            "how many tasks wait for each thread at the most, beyond which they are refused; 0 for any number",
                    min = 0,
                    max = 1_000_000)
            int queue) {}

    /** As many threads as Reactor has; nothing is refused. */
    public BoundedElasticLane() {
        this(new Settings(0, 0));
    }

    @Override
    public Lane with(Settings newSettings) {
        return new BoundedElasticLane(newSettings);
    }

    @Override
    public String name() {
        return "bounded-elastic";
    }

    @Override
    public String summary() {
        return "on a bounded elastic pool of platform threads, 10 per CPU";
    }

    @Override
    public int concurrency(int tasks) {
        return Math.min(Math.max(1, tasks), bound());
    }

    /** Where it is told how many threads there are, there are no more. */
    @Override
    public int mostConcurrency() {
        return settings.threads() == 0 ? Integer.MAX_VALUE : settings.threads();
    }

    /** With the spare thread that stands for whoever else wants one. */
    @Override
    public Claim claim(int concurrency) {
        return PoolSession.claimOfElastic(concurrency).plus(Claim.ofThreads(1));
    }

    @Override
    public Optional<String> code(String threads) {
        return Optional.of(
                isReactorsOwn()
                        ? "body.subscribeOn(%s)".formatted(scheduler(threads))
                        : "Scheduler scheduler = %s; // once\nbody.subscribeOn(scheduler)"
                                .formatted(scheduler(threads)));
    }

    private boolean isReactorsOwn() {
        return settings.threads() == 0 && settings.queue() == 0;
    }

    private String scheduler(String threads) {
        if (isReactorsOwn()) {
            return "Schedulers.boundedElastic()";
        }
        String most = settings.threads() == 0 ? "Schedulers.DEFAULT_BOUNDED_ELASTIC_SIZE" : "" + settings.threads();
        String queue = settings.queue() == 0 ? "Schedulers.DEFAULT_BOUNDED_ELASTIC_QUEUESIZE" : "" + settings.queue();
        return "Schedulers.newBoundedElastic(%s, %s, \"%s\")".formatted(most, queue, threads);
    }

    @Override
    public Optional<StagePlace> stagePlace() {
        int queue = settings.queue() == 0 ? Integer.MAX_VALUE : settings.queue();
        return Optional.of(StagePlace.pool(
                bound(),
                PoolSession.claimOfElastic(bound()),
                this::scheduler,
                (name, home) -> PoolSession.elastic(name, bound(), queue, home).asPool()));
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        int threads = Math.min(mostConcurrency(), Math.max(concurrency, bound()));
        LaneSession pool =
                new SharedWorkers(PoolSession.elastic(name(), threads, home), threads, name(), !isReactorsOwn(), home);
        return settings.queue() == 0 ? pool : new QueueBound(pool, threads, settings.queue());
    }

    private int bound() {
        return settings.threads() == 0
                ? THREADS_PER_CPU * Runtime.getRuntime().availableProcessors()
                : settings.threads();
    }
}
