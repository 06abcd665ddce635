package io.fluxlab.lecture.threads;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.crew.Each;
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
    private static final List<Slip> SLIPS = List.of(
            new Slip(Forgotten.START, true),
            new Slip(Forgotten.START, false),
            new Slip(Forgotten.JOIN, true),
            new Slip(Forgotten.JOIN, false),
            new Slip(Forgotten.NOTHING, true));

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
                slip -> slip.label(parameters.carrier()),
                (slip, context) -> Mono.fromCallable(() -> ending(slip, parameters, context)));
    }

    /** The program, and where its work is a process, that one too. */
    private static Claim claim(Carrier carrier) {
        return switch (carrier) {
            case THREAD, FLUX -> ChildJvm.CLAIM;
            case PROCESS -> ChildJvm.CLAIM.times(2);
        };
    }

    private static Ending ending(Slip slip, Parameters parameters, TaskContext context) throws Exception {
        ChildJvm program = ChildJvm.of(
                ForgottenProgram.class,
                parameters.carrier().name(),
                slip.forgotten().name(),
                String.valueOf(slip.daemon()),
                String.valueOf(parameters.workMillis()));
        Duration limit = Duration.ofMillis(parameters.limitMillis());
        return Ending.of(parameters.carrier(), slip, program.run(limit, context));
    }
}
