package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.cli.figure.TrendText;
import io.fluxlab.cli.input.Percentage;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.history.HistoryTrend;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.verdict.SameBand;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fluxlab history compare}: a workload's figures over commits and machines. */
@Command(
        name = "compare",
        description = {
            "Sets a workload's figures side by side, over commits and machines.",
            "",
            "A change is told only between runs on like machines, of the same request, where several runs of both are kept: what"
                    + " differs from JVM to JVM is no change."
        },
        sortOptions = false)
final class HistoryCompareCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(arity = "0..*", paramLabel = "RUN", description = "These runs alone; all that the options name.")
    private List<String> runs = List.of();

    @Option(names = "--baseline", paramLabel = "COMMIT", description = "Hold the others against this one; the oldest.")
    private @Nullable String baseline;

    @Option(
            names = "--same-within",
            paramLabel = "PERCENT",
            description = "What is no further from the baseline counts as the same; 3%%, which is the default.")
    private @Nullable Percentage sameWithin;

    @Mixin
    private final HistoryQueryOptions query = new HistoryQueryOptions();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    HistoryCompareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (ArchiveOptions.Opened opened = archive.open(surroundings.labs())) {
            List<KeptRun> found = runs.isEmpty()
                    ? Following.answer(
                            opened.archive().history(query.query(true)).collectList(), surroundings.interrupt())
                    : runs.stream()
                            .map(name -> ArchiveOptions.find(opened.archive(), name, surroundings.interrupt()))
                            .toList();
            SameBand band = SameBand.orDefault(sameWithin == null ? null : (Double) sameWithin.part());
            List<HistoryTrend> trends = HistoryTrend.of(found, baseline, band);
            String against = baseline;
            if (against != null
                    && found.stream().noneMatch(run -> HistoryTrend.code(run).startsWith(against))) {
                throw new UsageException("--baseline %s: no run is of this commit".formatted(against));
            }
            if (trends.isEmpty()) {
                throw new UsageException("no run that came to its end is like that");
            }
            show(trends, commits(found), band);
            return ExitStatus.DONE;
        }
    }

    private static Set<String> commits(List<KeptRun> runs) {
        return runs.stream()
                .flatMap(run -> Stream.ofNullable(run.place().commit()))
                .collect(Collectors.toSet());
    }

    private void show(List<HistoryTrend> trends, Set<String> commits, SameBand band) {
        Console console = surroundings.console();
        if (output.json()) {
            trends.forEach(new JsonLines(console)::accept);
            return;
        }
        for (HistoryTrend trend : trends) {
            console.line(TrendText.title(trend));
            Table table = Table.of(
                    Column.left("  commit"),
                    Column.right("runs"),
                    Column.right("median"),
                    Column.right("time / baseline"),
                    Column.left("95 % interval"),
                    Column.left("outcome"));
            for (HistoryTrend.Entry entry : trend.entries()) {
                table.row(TrendText.cells(entry, commits, band).stream()
                        .map(Cell::of)
                        .toArray(Cell[]::new));
            }
            table.lines(output.palette(console), console.listWidth()).forEach(console::line);
            TrendText.notes(trend, commits).forEach(console::line);
        }
        console.flush();
    }
}
