package io.fluxlab.lecture.messages;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.process.child.Children;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;

/**
 * A queue between processes (lecture: Межпроцессное взаимодействие: Queue): child JVMs put, this one gets. What travels is a
 * copy, made when it is put. One task; an item for each moment.
 */
public final class IpcQueueWorkload implements Workload<IpcQueueWorkload.Parameters> {

    private static final int MEGABYTE = 1 << 20;

    /**
     * Which queue, and what goes through.
     *
     * @param processes how many child processes put messages
     * @param capacity how many messages the queue of a process holds
     * @param limitMegabytes how large a message may be, in megabytes
     * @param messages how many messages each process puts in a round
     * @param rounds how many rounds
     * @param limitMillis how long one wait may take, in milliseconds
     */
    public record Parameters(
            @Param(value = "how many child processes put messages", min = 1, max = 16)
            int processes,

            @Param(value = "how many messages the queue of each process holds", min = 1, max = 10_000)
            int capacity,

            @Param(value = "how large a message may be, in megabytes", min = 1, max = 64)
            int limitMegabytes,

            @Param(value = "how many messages each process puts in a round", min = 1, max = 10_000_000)
            int messages,

            @Param(value = "how many rounds", min = 0, max = 1000)
            int rounds,

            @Param(value = "how long one wait may take, in milliseconds", min = 1, max = 7_200_000)
            int limitMillis) {}

    @Override
    public String name() {
        return "ipc-queue";
    }

    @Override
    public String summary() {
        return "gets what child processes put into a queue, and puts what it does not take";
    }

    @Override
    public Kind kind() {
        return Kind.ASYNC;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(2, 64, 32, 100_000, 5, 60_000);
    }

    /** It arrives in parts, is put together, and read. */
    private static Claim largestMessage(Parameters parameters) {
        return Claim.ofHeapBytes(4L * MEGABYTE).times(parameters.limitMegabytes());
    }

    @Override
    public Plan plan(Parameters parameters) {
        QueueSettings settings = new QueueSettings(
                parameters.capacity(), parameters.limitMegabytes() * MEGABYTE, parameters.limitMillis());
        return new Solo(
                "queue of %d processes".formatted(parameters.processes()),
                Correspondent.claim(parameters.processes()).plus(largestMessage(parameters)),
                context -> Children.during(children -> ProcessQueueStory.tell(
                        children,
                        parameters.processes(),
                        parameters.messages(),
                        parameters.rounds(),
                        settings,
                        context.timer())));
    }
}
