package io.fluxlab.lecture.processes;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.child.Children;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Processes that print to one file (lecture: Синхронизация процессов): under a lock that they share, which one of them then
 * takes twice, and one takes to its death; or without. One task; an item for each of the three moments, or one.
 */
public final class ProcessLockWorkload implements Workload<ProcessLockWorkload.Parameters> {

    private static final int HEAP_MEGABYTES = 32;
    private static final int BYTES_PER_LINE = 512;

    /**
     * Who prints.
     *
     * @param guard what keeps processes out of each other's lines
     * @param processes how many processes
     * @param lines how many lines each prints
     * @param pauseMillis between the two parts of a line, in milliseconds
     * @param limitMillis how long a process may wait for the lock, in milliseconds
     */
    public record Parameters(
            @Param("what keeps processes out of each other's lines")
            Guard guard,

            @Param(value = "how many processes print", min = 2, max = 16)
            int processes,

            @Param(value = "how many lines each process prints", min = 1, max = 1000)
            int lines,

            @Param(value = "milliseconds between the two parts of a line", min = 0, max = 3_600_000)
            int pauseMillis,

            @Param(value = "how long a process may wait for the lock, in milliseconds", min = 1, max = 3_600_000)
            int limitMillis) {}

    @Override
    public String name() {
        return "process-lock";
    }

    @Override
    public String summary() {
        return "prints from several processes to one file: under a lock that they share, or without";
    }

    @Override
    public Kind kind() {
        return Kind.ASYNC;
    }

    /** The lecture's five processes, with more than its one line each. */
    @Override
    public Parameters defaults() {
        return new Parameters(Guard.LOCK, 5, 20, 2, 30_000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Solo(parameters.processes() + " processes", claim(parameters), context -> play(parameters, context));
    }

    /** The children, and the lines that they have printed. */
    private static Claim claim(Parameters parameters) {
        return Children.claim(parameters.processes(), HEAP_MEGABYTES)
                .plus(Claim.ofHeapBytes(BYTES_PER_LINE).times((long) parameters.processes() * parameters.lines()))
                .plus(Claim.ofDescriptors(1));
    }

    private static Flux<Object> play(Parameters parameters, TaskContext context) {
        ChildOptions options = ChildOptions.light(PrintProgram.class, HEAP_MEGABYTES);
        return Children.during(children -> Mono.zip(children.start(options, parameters.processes()), children.folder())
                .map(found -> new Printers(found.getT1(), found.getT2(), parameters, context.timer()))
                .flatMap(Printers::warmUp)
                .flatMapMany(printers -> switch (parameters.guard()) {
                    case LOCK -> Flux.concat(List.of(printers.print(), printers.takeTwice(), printers.killOne()));
                    case NONE -> printers.printUntilTorn();
                }));
    }
}
