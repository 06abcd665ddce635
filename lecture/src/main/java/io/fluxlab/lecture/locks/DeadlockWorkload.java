package io.fluxlab.lecture.locks;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import reactor.core.publisher.Mono;

/**
 * Threads in a circle, each of which needs two locks: its own and its neighbour's (lecture: Поток, "предотвращения взаимных
 * блокировок"). With two threads that is the classic deadlock, with five it is Dijkstra's dining philosophers. One task, one
 * item.
 */
public final class DeadlockWorkload implements Workload<DeadlockWorkload.Parameters> {

    /** What a taker takes of the heap where it has no thread. */
    private static final int BYTES_PER_TAKER = 4 * 1024;

    /**
     * Who takes which locks how.
     *
     * @param remedy what is done against the deadlock
     * @param takers how many need two locks each
     * @param turns how often each of them needs them
     * @param stayMillis how long it keeps both, in milliseconds
     * @param patienceMillis how long it waits for its second lock before it gives the first one back, where it does that,
     *     in milliseconds
     * @param limitMillis how long to wait until it is clear what came of it, in milliseconds
     */
    public record Parameters(
            @Param("what is done against the deadlock") DeadlockRemedy remedy,

            @Param(value = "how many need two locks each", min = 2, max = 100)
            int takers,

            @Param(value = "how often each needs them", min = 1, max = 1_000_000)
            int turns,

            @Param(value = "how long it keeps both, in milliseconds", min = 0, max = 3_600_000)
            int stayMillis,

            @Param(
                    value = "how long a second lock is waited for with try-lock, in milliseconds",
                    min = 1,
                    max = 3_600_000)
            int patienceMillis,

            @Param(
                    value = "how long to wait until it is clear what came of it, in milliseconds",
                    min = 1,
                    max = 7_200_000)
            int limitMillis) {}

    @Override
    public String name() {
        return "deadlock";
    }

    @Override
    public String summary() {
        return "threads in a circle that need two locks each: none goes on, unless something is done";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(DeadlockRemedy.NONE, 2, 10, 1, 10, 30_000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        String name = parameters.takers() + " takers";
        return switch (parameters.remedy()) {
            case NONE, ORDER, TRY_LOCK ->
                new Solo(
                        name,
                        Claim.ofThreads(parameters.takers()),
                        context -> Mono.fromCallable(() -> new CircleWatch(parameters).keep(context)));
            case CONFINED ->
                new Solo(
                        name,
                        Claim.ofHeapBytes((long) BYTES_PER_TAKER * parameters.takers()),
                        context -> Mono.defer(() -> new ConfinedTakers(parameters, context.timer()).turns()));
        };
    }
}
