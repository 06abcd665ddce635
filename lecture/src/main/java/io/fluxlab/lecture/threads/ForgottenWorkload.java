package io.fluxlab.lecture.threads;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Each;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What happens where a program forgets to start a thread, or to wait for it (lecture: Практика, 1), and the same of a
 * process and of a {@code Flux}. The end of a program is the point, so that each task runs one in a JVM of its own. One item for each task.
 */
public final class ForgottenWorkload implements Workload<ForgottenWorkload.Parameters> {

    /**
     * Which program runs.
     *
     * @param carrier what the program gives its work to
     * @param workMillis how long the work takes, in milliseconds
     * @param limitMillis how long a program may take in all, in milliseconds
     */
    public record Parameters(
            @Param("what the program gives its work to") Carrier carrier,

            @Param(value = "how long the work takes, in milliseconds", min = 1, max = 3_600_000)
            int workMillis,

            @Param(value = "how long a program may take in all, in milliseconds", min = 1, max = 7_200_000)
            int limitMillis) {}

    /** The last one forgets nothing, and its daemon's work is not lost: waiting is what saves it. */
    private static final List<ProgramMistake> SLIPS = List.of(
            new ProgramMistake(Forgotten.START, true),
            new ProgramMistake(Forgotten.START, false),
            new ProgramMistake(Forgotten.JOIN, true),
            new ProgramMistake(Forgotten.JOIN, false),
            new ProgramMistake(Forgotten.NOTHING, true));

    @Override
    public String name() {
        return "forgotten";
    }

    @Override
    public String summary() {
        return "runs programs that forget to start or to join: each to its end, in a JVM of its own";
    }

    @Override
    public Kind kind() {
        return Kind.BLOCKING;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Carrier.THREAD, 500, 30_000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Each<>(
                SLIPS,
                claim(parameters.carrier()),
                mistake -> mistake.label(parameters.carrier()),
                (mistake, context) -> Mono.fromCallable(() -> ending(mistake, parameters, context)));
    }

    /** The program, and where its work is a process, that one too. */
    private static Claim claim(Carrier carrier) {
        return switch (carrier) {
            case THREAD, FLUX -> ChildJvm.CLAIM;
            case PROCESS -> ChildJvm.CLAIM.times(2);
        };
    }

    private static Ending ending(ProgramMistake mistake, Parameters parameters, TaskContext context) throws Exception {
        ChildJvm program = ChildJvm.of(
                ForgottenProgram.class,
                parameters.carrier().name(),
                mistake.forgotten().name(),
                String.valueOf(mistake.daemon()),
                String.valueOf(parameters.workMillis()));
        Duration limit = Duration.ofMillis(parameters.limitMillis());
        return Ending.of(parameters.carrier(), mistake, program.run(limit, context));
    }
}
