package io.fluxlab.lecture.memory;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.process.child.Children;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;

/**
 * Memory that processes share (lecture: Использование разделяемой памяти): a double and ten integers that a child changes, a
 * number that all increment, with and without atomics, and a value handed over beside queue and pipe. One task; an item for
 * each moment.
 */
public final class SharedMemoryWorkload implements Workload<SharedMemoryWorkload.Parameters> {

    /**
     * Who shares, and how much is done.
     *
     * @param processes how many child processes increment at once
     * @param increments how often each does in the first attempt of a round
     * @param attempts how often the number of increments is doubled, at most, until updates are lost
     * @param trips how often a value goes there and back in a round
     * @param rounds how many rounds
     * @param limitMillis how long one wait may take, in milliseconds
     */
    public record Parameters(
            @Param(value = "how many child processes increment at once", min = 2, max = 16)
            int processes,

            @Param(value = "how often each increments in a round's first attempt", min = 1, max = 1_000_000_000)
            int increments,

            @Param(value = "how many attempts, each twice as long, until updates are lost", min = 1, max = 20)
            int attempts,

            @Param(value = "how often a value goes there and back in a round", min = 2, max = 10_000_000)
            int trips,

            @Param(value = "how many rounds", min = 1, max = 1000)
            int rounds,

            @Param(value = "how long one wait may take, in milliseconds", min = 1, max = 7_200_000)
            int limitMillis) {

        Patience patience() {
            return Patience.millis(limitMillis);
        }
    }

    @Override
    public String name() {
        return "shared-memory";
    }

    @Override
    public String summary() {
        return "changes memory that processes share, with and without atomics, and hands values over in it";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(4, 1_000_000, 10, 10_000, 5, 60_000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Solo(
                "memory of %d processes".formatted(parameters.processes()),
                MemoryStory.claim(parameters.processes()),
                context -> Children.during(children -> MemoryStory.tell(children, parameters, context.timer())));
    }
}
