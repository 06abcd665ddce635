package io.fluxlab.lecture.messages;

import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.process.child.Children;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;

/**
 * A pipe between two processes (lecture: Межпроцессное взаимодействие: Pipe): a child JVM and this one, each at its end of
 * one RSocket request-channel; what it does beside a queue. One task; an item for each moment.
 */
public final class IpcPipeWorkload implements Workload<IpcPipeWorkload.Parameters> {

    /**
     * What goes through pipe and queue to compare them.
     *
     * @param messages how many messages go one way in a round
     * @param trips how often one message goes there and back in a round
     * @param rounds how many rounds
     * @param limitMillis how long one wait may take, in milliseconds
     */
    public record Parameters(
            @Param(value = "how many messages go one way in a round", min = 1, max = 10_000_000)
            int messages,

            @Param(value = "how often one message goes there and back in a round", min = 1, max = 10_000_000)
            int trips,

            @Param(value = "how many rounds", min = 0, max = 1000)
            int rounds,

            @Param(value = "how long one wait may take, in milliseconds", min = 1, max = 7_200_000)
            int limitMillis) {}

    @Override
    public String name() {
        return "ipc-pipe";
    }

    @Override
    public String summary() {
        return "talks to a child process through a pipe, closes either end, and compares it with a queue";
    }

    @Override
    public Kind kind() {
        return Kind.ASYNC;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(100_000, 10_000, 9, 60_000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Solo(
                "pipe to a process",
                Correspondent.claim(2).plus(CpythonPipes.CLAIM),
                context -> Children.during(children -> PipeStory.tell(children, parameters, context.timer())));
    }
}
