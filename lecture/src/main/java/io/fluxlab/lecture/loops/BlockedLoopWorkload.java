package io.fluxlab.lecture.loops;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The lecture's two coroutines {@code calc} and {@code status}, one of which makes one call that blocks, as {@code input()} does (lecture: Asyncio, порядок
 * работы): on the loop, or moved off it.
 */
public final class BlockedLoopWorkload implements Workload<BlockedLoopWorkload.Parameters> {

    /** Where the call is made. */
    public enum Where {
        /** On the loop. */
        LOOP,
        /** On a thread of a bounded elastic scheduler, which the coroutine awaits. */
        BOUNDED_ELASTIC
    }

    /**
     * How long to block, and where.
     *
     * @param where where the call is made
     * @param blockMillis how long it blocks, in milliseconds
     * @param from the number that {@code calc} counts down from; the call comes half-way
     * @param pauseMillis how long each coroutine sleeps between two turns, in milliseconds
     */
    public record Parameters(
            @Param("where the call that blocks is made") Where where,

            @Param(value = "milliseconds that the call blocks", min = 1, max = 3_600_000)
            int blockMillis,

            @Param(value = "number that calc counts down from; the call comes half-way", min = 1, max = 100_000)
            int from,

            @Param(value = "milliseconds that each coroutine sleeps between two turns", min = 0, max = 60_000)
            int pauseMillis) {}

    @Override
    public String name() {
        return "blocked-loop";
    }

    @Override
    public String summary() {
        return "makes one blocking call in a coroutine, on the loop or off it";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Where.LOOP, 1000, 100, 10);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Solo("calc and status", claim(parameters), context -> switch (parameters.where()) {
            case LOOP ->
                Flux.using(
                        () -> new CountDownLatch(1),
                        never -> coroutines(parameters, context, block(parameters, never)),
                        CountDownLatch::countDown);
            case BOUNDED_ELASTIC ->
                Flux.using(
                        () -> Schedulers.newBoundedElastic(1, 1, "blocked-loop-elastic", 60, true),
                        elastic -> Flux.using(
                                () -> new CountDownLatch(1),
                                never -> coroutines(
                                        parameters,
                                        context,
                                        block(parameters, never)
                                                .subscribeOn(elastic)
                                                .publishOn(context.timer())),
                                CountDownLatch::countDown),
                        Scheduler::dispose);
        });
    }

    /** The scheduler has one thread, and one more that looks whether it is idle. */
    private static Claim claim(Parameters parameters) {
        Claim coroutines = CalcAndStatus.claim(parameters.from());
        return switch (parameters.where()) {
            case LOOP -> coroutines;
            case BOUNDED_ELASTIC -> coroutines.plus(Claim.ofThreads(2));
        };
    }

    private static Flux<CoroutineMoment> coroutines(Parameters parameters, TaskContext context, Mono<Void> call) {
        Duration pause = Duration.ofMillis(parameters.pauseMillis());
        int halfWay = (parameters.from() + 1) / 2;
        IntFunction<Mono<Void>> extra = number -> number == halfWay ? call : Mono.empty();
        return new CalcAndStatus(parameters.from(), pause, context.timer(), context.tracer()).run(extra);
    }

    /**
     * Waits for what never comes, as long as it is told to, and holds its thread. Not through {@code context.blocking}:
     * it is not on the task's own thread. An end of the run lets it go.
     */
    private static Mono<Void> block(Parameters parameters, CountDownLatch never) {
        return Mono.fromRunnable(() -> {
            try {
                never.await(parameters.blockMillis(), MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // nobody waits for it any more
            }
        });
    }
}
