package io.fluxlab.lecture.processes;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.parameter.Param;
import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.child.Children;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * What becomes of a static that a child process changes, and of a child that is never started or not waited for (lecture:
 * Многопроцессность). Two tasks: memory, with an item for processes and one for threads; start and join, with an item for
 * each thing that may be forgotten.
 */
public final class ProcessesWorkload implements Workload<ProcessesWorkload.Parameters> {

    private static final int HEAP_MEGABYTES = 32;

    static final ChildOptions OPTIONS = ChildOptions.light(NoteProgram.class, HEAP_MEGABYTES);

    /**
     * What the processes do.
     *
     * @param processes how many child processes look at the static
     * @param value what the first of them writes into it
     * @param workMillis how long the work takes that is waited for, in milliseconds
     */
    public record Parameters(
            @Param(value = "how many child processes look at the static", min = 2, max = 16)
            int processes,

            @Param(value = "what the first child writes into the static", min = 1, max = 1_000_000_000)
            int value,

            @Param(value = "milliseconds that the work takes that is waited for", min = 0, max = 3_600_000)
            int workMillis) {}

    @Override
    public String name() {
        return "processes";
    }

    @Override
    public String summary() {
        return "changes a static in a child process; forgets to start a child, and to wait for one";
    }

    @Override
    public Kind kind() {
        return Kind.ASYNC;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(2, 42, 100);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Plan() {
            @Override
            public int size() {
                return 2;
            }

            @Override
            public String label(int task) {
                return task == 0 ? "memory" : "start and join";
            }

            @Override
            public Claim claim(AtOnce atOnce) {
                // One task has its processes at once, the other one after the other.
                return Children.claim(parameters.processes() + 1, HEAP_MEGABYTES)
                        .plus(Children.claim(0, 0));
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                return task == 0 ? memory(parameters, context) : startAndJoin(parameters, context);
            }
        };
    }

    private static Flux<Object> memory(Parameters parameters, TaskContext context) {
        Asking asking = new Asking(Patience.DEFAULT, context.timer());
        return Children.during(children -> children.start(OPTIONS, parameters.processes())
                .flatMapMany(processes -> new Memory(processes, parameters.value(), asking).play()));
    }

    private static Flux<StartAndJoin.Ending> startAndJoin(Parameters parameters, TaskContext context) {
        Asking asking =
                new Asking(new Patience(Patience.DEFAULT.limit().plusMillis(parameters.workMillis())), context.timer());
        return Flux.just(Omission.values())
                .concatMap(omission -> new StartAndJoin(omission, parameters.workMillis(), asking).play(), 1);
    }
}
