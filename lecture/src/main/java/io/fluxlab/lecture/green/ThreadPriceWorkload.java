package io.fluxlab.lecture.green;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.cpython.PythonScript;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.lecture.green.GreenThreadsWorkload.Sleeper;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a thread, a green thread and a process cost in time and memory, of this JVM and of this machine's CPython (lecture:
 * Green threads, Многопроцессность). One task; an item for each of them.
 */
public final class ThreadPriceWorkload implements Workload<ThreadPriceWorkload.Parameters> {

    /** Green threads are so many times as many: fewer would weigh nothing on the heap. */
    private static final int GREEN_PER_THREAD = 10;

    private static final int ROUNDS = 2;

    /**
     * How many of each.
     *
     * @param threads how many threads sleep at once
     * @param processes how many processes
     * @param sleepMillis how long one sleep of a thread is, in milliseconds; each sleeps until all have been weighed
     * @param limitMillis how long CPython may take, in milliseconds
     */
    public record Parameters(
            @Param(value = "how many threads sleep at once, and a tenth of the green ones", min = 10, max = 20_000)
            int threads,

            @Param(value = "how many processes sleep at once", min = 1, max = 16)
            int processes,

            @Param(value = "milliseconds that one sleep of a thread takes", min = 1, max = 3_600_000)
            int sleepMillis,

            @Param(value = "how long CPython may take, in milliseconds", min = 1, max = 3_600_000)
            int limitMillis) {}

    @Override
    public String name() {
        return "thread-price";
    }

    @Override
    public String summary() {
        return "starts threads, green threads and processes, here and in CPython, and weighs them";
    }

    @Override
    public Kind kind() {
        return Kind.BLOCKING;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(500, 3, 20, 20_000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        Claim claim = Sleeper.PLATFORM
                .claim(parameters.threads())
                .plus(Sleeper.VIRTUAL.claim(GREEN_PER_THREAD * parameters.threads()))
                .plus(SleepingProcesses.claim(parameters.processes()))
                .plus(PythonScript.claim(1 + parameters.processes()));
        return new Solo("prices", claim, context -> prices(parameters, context));
    }

    private static Flux<Price> prices(Parameters parameters, TaskContext context) {
        return Flux.concat(List.of(
                ofThreads(Price.THREAD, sleepers(Sleeper.PLATFORM, 1, parameters), 0, context),
                ofThreads(Price.GREEN_THREAD, sleepers(Sleeper.VIRTUAL, GREEN_PER_THREAD, parameters), 1, context),
                Mono.fromCallable(() -> SleepingProcesses.price(parameters.processes(), context)),
                CpythonPrices.measure(
                        parameters.threads(),
                        parameters.processes(),
                        Duration.ofMillis(parameters.limitMillis()),
                        context.timer())));
    }

    private static GreenThreadsWorkload.Parameters sleepers(Sleeper sleeper, int times, Parameters parameters) {
        return new GreenThreadsWorkload.Parameters(
                sleeper, times * parameters.threads(), parameters.sleepMillis(), ROUNDS);
    }

    /**
     * The last round counts: in the first one code is loaded and compiled.
     *
     * @param first the first round's number, by which progress does not fall back behind that of fewer sleepers
     */
    private static Mono<Price> ofThreads(
            String what, GreenThreadsWorkload.Parameters sleepers, int first, TaskContext context) {
        return Mono.fromCallable(() -> {
            SleepRound rounds = new SleepRound(sleepers, context);
            Cost cost = rounds.spend(first);
            for (int round = 1; round < ROUNDS; round++) {
                cost = rounds.spend(first + round);
            }
            return Price.of(what, cost);
        });
    }
}
