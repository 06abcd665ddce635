package io.fluxlab.lecture.manager;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.process.child.Children;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;

/**
 * One queue that several processes put into and get from (lecture: Межпроцессное взаимодействие: Queue). One task; an item for
 * each moment.
 */
public final class SharedQueueWorkload implements Workload<SharedQueueWorkload.Parameters> {

    private static final int BYTES_PER_MESSAGE = 512;

    /**
     * Who uses the queue.
     *
     * @param processes how many processes put and get
     * @param messages how many messages each of them puts, and gets
     * @param capacity how many messages the queue holds
     * @param limitMillis how long all of it may take, in milliseconds
     */
    public record Parameters(
            @Param(value = "how many processes put and get", min = 2, max = 16)
            int processes,

            @Param(value = "how many messages each process puts, and gets", min = 1, max = 10_000)
            int messages,

            @Param(value = "how many messages the queue holds", min = 1, max = 10_000)
            int capacity,

            @Param(value = "how long it may take, in milliseconds", min = 1, max = 7_200_000)
            int limitMillis) {}

    @Override
    public String name() {
        return "shared-queue";
    }

    @Override
    public String summary() {
        return "puts into one queue from several processes, and gets from it in all of them";
    }

    @Override
    public Kind kind() {
        return Kind.ASYNC;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(3, 1000, 2, 60_000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Solo(
                parameters.processes() + " processes",
                ObjectManager.claim(parameters.processes())
                        .plus(Claim.ofHeapBytes(BYTES_PER_MESSAGE)
                                .times((long) parameters.processes() * parameters.messages())),
                context -> Children.during(children -> ObjectManager.open(
                                children,
                                parameters.processes(),
                                Patience.millis(parameters.limitMillis()),
                                context.timer())
                        .flatMapMany(desk -> new SharedQueueStory(desk, parameters).moments())));
    }
}
