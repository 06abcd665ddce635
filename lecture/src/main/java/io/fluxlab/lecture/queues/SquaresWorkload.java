package io.fluxlab.lecture.queues;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.io.IOException;
import reactor.core.publisher.Mono;

/** Squares the numbers of a file through a queue into another file (lecture: Потокобезопасная очередь). */
public final class SquaresWorkload implements Workload<SquaresWorkload.Parameters> {

    /** How the numbers get from one file to the other. */
    public enum Way {
        /** As in the lecture: a queue, a worker, and a join after each item. */
        CLASSIC,
        /** As a flow from file to file. */
        REACTOR
    }

    /**
     * What to square.
     *
     * @param way how the numbers get from one file to the other
     * @param infile what is in the input file
     * @param limitMillis how long the program may wait for one thing, in milliseconds
     */
    public record Parameters(
            @Param("how the numbers get from one file to the other")
            Way way,

            @Param(value = "what is in the input file", max = 100_000)
            String infile,

            @Param(value = "milliseconds after which the program counts as stuck", min = 1, max = 3_600_000)
            int limitMillis) {}

    /** The program's other thread and its two files; a text of some ten thousand numbers and their squares. */
    private static final Claim CLAIM =
            Claim.ofThreads(1).plus(Claim.ofDescriptors(2)).plus(Claim.ofHeapBytes(8 << 20));

    @Override
    public String name() {
        return "squares";
    }

    @Override
    public String summary() {
        return "squares the numbers of a file through a queue into another file";
    }

    @Override
    public Kind kind() {
        return Kind.BLOCKING;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Way.CLASSIC, "1 2 3\n", 1000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return switch (parameters.way()) {
            case CLASSIC ->
                new Solo(
                        "infile.txt",
                        CLAIM,
                        context -> Mono.fromCallable(() -> context.blocking(() -> runProgram(parameters))));
            case REACTOR -> new Solo("infile.txt", CLAIM, context -> SquaresFlow.of(parameters.infile()));
        };
    }

    private static Written runProgram(Parameters parameters) throws IOException, InterruptedException {
        try (SquareFiles files = SquareFiles.with(parameters.infile())) {
            return new SquaresProgram(files, Patience.millis(parameters.limitMillis())).run();
        }
    }
}
