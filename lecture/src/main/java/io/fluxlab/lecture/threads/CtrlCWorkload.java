package io.fluxlab.lecture.threads;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Each;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.threads.CtrlC.Main;
import io.fluxlab.lecture.threads.CtrlC.Reaction;
import io.fluxlab.lecture.threads.CtrlC.Work;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What a program does at Ctrl-C (lecture: Многопоточность, "именно этот поток реагирует на системные прерывания"). Each task
 * runs one in a JVM of its own, and sends it SIGINT once its threads are where they should be. One item for each task.
 */
public final class CtrlCWorkload implements Workload<CtrlCWorkload.Parameters> {

    /**
     * When they are interrupted.
     *
     * @param afterMillis how long a program goes on before it is interrupted, in milliseconds
     * @param limitMillis how long a program may take to be ready, and to end, in milliseconds
     */
    public record Parameters(
            @Param(
                    value = "how long a program goes on before it is interrupted, in milliseconds",
                    min = 0,
                    max = 3_600_000)
            int afterMillis,

            @Param(
                    value = "how long a program may take to be ready, and to end, in milliseconds",
                    min = 1,
                    max = 7_200_000)
            int limitMillis) {}

    private static final List<CtrlC> PROGRAMS = List.of(
            new CtrlC(Main.JOINS, Work.WAITS, Reaction.NONE),
            new CtrlC(Main.JOINS, Work.COMPUTES, Reaction.NONE),
            new CtrlC(Main.COMPUTES, Work.COMPUTES, Reaction.NONE),
            new CtrlC(Main.JOINS, Work.COMPUTES, Reaction.HOOK),
            new CtrlC(Main.JOINS, Work.COMPUTES, Reaction.INTERRUPTS_MAIN),
            new CtrlC(Main.JOINS, Work.COMPUTES, Reaction.NOTES));

    /** The program, and the command that sends it the signal. */
    private static final Claim CLAIM = ChildJvm.CLAIM.plus(Claim.ofProcesses(1, 0));

    @Override
    public String name() {
        return "ctrl-c";
    }

    @Override
    public String summary() {
        return "sends programs SIGINT while main joins or a worker computes, with a handler or without";
    }

    @Override
    public Kind kind() {
        return Kind.BLOCKING;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(0, 60_000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        Duration delay = Duration.ofMillis(parameters.afterMillis());
        Patience patience = Patience.millis(parameters.limitMillis());
        return new Each<>(
                PROGRAMS,
                CLAIM,
                CtrlC::label,
                (program, context) -> Mono.fromCallable(() -> new CtrlCRun(program, delay, patience).play(context)));
    }
}
