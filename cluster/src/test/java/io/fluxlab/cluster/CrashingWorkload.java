package io.fluxlab.cluster;

import io.fluxlab.parameter.Param;
import io.fluxlab.run.Board;
import io.fluxlab.run.Board.Count;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Tasks that count; in the middle of the third, something happens to its worker, the first times that it gets there. */
public final class CrashingWorkload implements Workload<CrashingWorkload.Parameters> {

    static final int FAULTY = 2;

    /** What happens. */
    public enum Fault {
        HANGS,
        EXITS
    }

    /** How many tasks of how many items, what happens, how often, and the board that counts it. */
    public record Parameters(
            @Param(value = "tasks", min = 1, max = 1_000_000)
            int tasks,

            @Param(value = "items of each", min = 1, max = 1_000_000)
            int items,

            @Param("what happens") Fault fault,

            @Param(value = "how often", min = 0, max = 100) int times,

            @Param("the board's file") String board) {}

    static Map<String, Object> parameters(int tasks, int items, Fault fault, int times, Board board) {
        return Map.of(
                "tasks",
                tasks,
                "items",
                items,
                "fault",
                fault.name().toLowerCase(Locale.ROOT),
                "times",
                times,
                "board",
                board.file().toString());
    }

    @Override
    public String name() {
        return "crashing";
    }

    @Override
    public String summary() {
        return "counts, and loses its worker";
    }

    @Override
    public Kind kind() {
        return Kind.CPU;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(4, 3_000, Fault.EXITS, 0, "board");
    }

    @Override
    public Plan plan(Parameters parameters) {
        Board board = Board.at(Path.of(parameters.board()));
        return new Plan() {
            @Override
            public int size() {
                return parameters.tasks();
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                return Flux.range(0, parameters.items()).doOnNext(item -> {
                    boolean isHere = task == FAULTY && item == parameters.items() / 2;
                    if (isHere && board.add(Count.RAN, 1) <= parameters.times()) {
                        happen(parameters.fault(), context);
                    }
                });
            }
        };
    }

    private static void happen(Fault fault, TaskContext context) {
        switch (fault) {
            case HANGS -> {
                for (long done = 1; ; done++) {
                    context.checkpoint(done);
                }
            }
            case EXITS -> System.exit(7);
        }
    }
}
