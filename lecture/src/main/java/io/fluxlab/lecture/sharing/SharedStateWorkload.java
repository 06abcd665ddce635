package io.fluxlab.lecture.sharing;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Each;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Three things that threads share (lecture: Межпоточное взаимодействие): a user's two names, a list, a counter. One task and
 * one item for each. A broken one is used harder and harder until its fault is seen, or the time is up; a sound one stands
 * as many rounds as it is told to.
 */
public final class SharedStateWorkload implements Workload<SharedStateWorkload.Parameters> {

    /**
     * How to share, and how hard to try.
     *
     * @param variant how the three are shared
     * @param steps how many steps each thread takes in the first round; twice as many in each one after it
     * @param rounds how many rounds a sound variant stands; a broken one ends with the round that shows its fault
     * @param limitMillis how long one of the three may take in all, in milliseconds
     */
    public record Parameters(
            @Param("how the three are shared") Sharing variant,

            @Param(
                    value = "how many steps each thread takes in the first round, doubled in every one after it",
                    min = 1,
                    max = 1_000_000_000)
            int steps,

            @Param(value = "how many rounds a sound variant stands", min = 1, max = 20)
            int rounds,

            @Param(value = "how long one of the three may take in all, in milliseconds", min = 1, max = 3_600_000)
            int limitMillis) {}

    /** Two write and one reads; where they are confined to one thread, that is one more. */
    private static final int MOST_RACERS = 3;

    @Override
    public String name() {
        return "shared-state";
    }

    @Override
    public String summary() {
        return "shares names, a list and a counter among threads, soundly or not, and counts the faults";
    }

    @Override
    public Kind kind() {
        return Kind.CPU;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Sharing.BROKEN, 10_000, 5, 20_000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Each<>(
                List.of(SharedThing.values()),
                Claim.ofThreads(MOST_RACERS + 1).plus(Claim.ofHeapBytes(1 << 20)),
                SharedThing::label,
                (subject, context) -> Mono.fromCallable(
                        () -> new Pressure(parameters, context).on(subject.trial(parameters.variant()))));
    }
}
