package io.fluxlab.cli;

import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.cli.figure.KeptText;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.kept.KeptRun;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fluxlab history list}: which runs are kept, the newest first. */
@Command(name = "list", description = "Lists kept runs, the newest first.", sortOptions = false)
final class HistoryListCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final HistoryQueryOptions query = new HistoryQueryOptions();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    HistoryListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (ArchiveOptions.Opened opened = archive.open(surroundings.labs())) {
            List<KeptRun> found = Following.answer(
                    opened.archive().history(query.query(output.json())).collectList(), surroundings.interrupt());
            if (output.json()) {
                found.forEach(new JsonLines(surroundings.console())::accept);
            } else {
                show(found);
            }
            return ExitStatus.DONE;
        }
    }

    private void show(List<KeptRun> found) {
        if (found.isEmpty()) {
            surroundings.console().note("no run that is kept is like that");
            return;
        }
        Table table = Table.of(
                Column.left("run"),
                Column.left("started"),
                Column.left("workload"),
                Column.left("lanes"),
                Column.left("state"),
                Column.left("outcome"),
                Column.right("events"),
                Column.left("commit"),
                Column.left("note"));
        for (KeptRun run : found) {
            table.row(KeptText.cells(run).stream().map(Cell::of).toArray(Cell[]::new));
        }
        table.lines(
                        output.palette(surroundings.console()),
                        surroundings.console().listWidth())
                .forEach(surroundings.console()::line);
    }
}
