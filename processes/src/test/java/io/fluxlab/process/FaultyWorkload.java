package io.fluxlab.process;

import io.fluxlab.parameter.Param;
import io.fluxlab.run.Board;
import io.fluxlab.run.Board.Count;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Four tasks that count; in the middle of the third, something happens to its process. */
public final class FaultyWorkload implements Workload<FaultyWorkload.Parameters> {

    private static final List<long[]> HOARD = new ArrayList<>();

    static final int TASKS = 4;
    static final int ITEMS = 3_000;
    static final int FAULTY = 2;

    /** What happens. */
    public enum Fault {
        HANGS,
        EXITS,
        RUNS_OUT_OF_MEMORY
    }

    /** What happens, how often, and the board that counts it. */
    public record Parameters(
            @Param("what happens") Fault fault,

            @Param(value = "how often", min = 0, max = 100) int times,

            @Param("the board's file") String board) {}

    static Map<String, Object> parameters(Fault fault, int times, Board board) {
        String id = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Map.of("fault", id, "times", times, "board", board.file().toString());
    }

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public String summary() {
        return "counts, and loses its process";
    }

    @Override
    public Kind kind() {
        return Kind.CPU;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Fault.EXITS, 0, "board");
    }

    @Override
    public Plan plan(Parameters parameters) {
        Board board = Board.at(Path.of(parameters.board()));
        return new Plan() {
            @Override
            public int size() {
                return TASKS;
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                return Flux.range(0, ITEMS).doOnNext(item -> {
                    boolean isHere = task == FAULTY && item == ITEMS / 2;
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
            case RUNS_OUT_OF_MEMORY -> {
                while (true) {
                    HOARD.add(new long[100_000]);
                }
            }
        }
    }
}
