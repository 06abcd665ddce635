package io.fluxlab.run;

import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Subject;
import io.fluxlab.workload.Workload;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A {@link Script} as a workload, which a lane that runs tasks in another process finds there as a service. */
public final class ContractWorkload implements Workload<ContractWorkload.Parameters> {

    private static final String NAME = "contract";

    /** What is played, and where its tasks note what they have to tell. */
    public record Parameters(
            @Param("which script") Script script,

            @Param(value = "how many tasks", min = 0, max = 1_000_000)
            int tasks,

            @Param("the script's own business") String detail,

            @Param("the board's file") String board) {}

    /** The script as what a run runs. */
    public static Subject subject(Script script, int tasks, String detail, Board board) {
        return new Subject(NAME, parameters(script, tasks, detail, board), script.plan(tasks, board, detail));
    }

    /** The parameters of a request that asks for the script. */
    public static Map<String, Object> parameters(Script script, int tasks, String detail, Board board) {
        String id = script.name().toLowerCase(Locale.ROOT);
        return Map.of(
                "script",
                id,
                "tasks",
                tasks,
                "detail",
                detail,
                "board",
                board.file().toString());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "plays what every lane must be able to play";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Script.EMPTY, 1, "", "board");
    }

    @Override
    public Plan plan(Parameters parameters) {
        return parameters.script().plan(parameters.tasks(), Board.at(Path.of(parameters.board())), parameters.detail());
    }
}
