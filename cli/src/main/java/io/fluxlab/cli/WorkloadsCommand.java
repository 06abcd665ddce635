package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.cli.input.ParameterGuide;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.parameter.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fluxlab workloads}: what can be run, and with which parameters. */
@Command(
        name = "workloads",
        description = "Lists the workloads: what can be run. With a name, its parameters.",
        sortOptions = false)
final class WorkloadsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", arity = "0..1", paramLabel = "WORKLOAD", description = "Only this one, in detail.")
    private @Nullable String name;

    @Mixin
    private final LabOptions lab = new LabOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    WorkloadsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = surroundings.console();
        try (LabSource.Opened opened = surroundings.labs().open(lab)) {
            List<WorkloadInfo> workloads = chosen(opened.lab());
            if (output.json()) {
                workloads.forEach(new JsonLines(console)::accept);
            } else {
                Palette palette = output.palette(console);
                List<String> lines = name == null ? list(workloads, palette) : details(workloads.get(0), palette);
                lines.forEach(console::line);
            }
            return ExitStatus.DONE;
        }
    }

    private List<WorkloadInfo> chosen(Lab lab) {
        List<WorkloadInfo> all = new ArrayList<>();
        Following.follow(lab.workloads(), surroundings.interrupt(), all::add);
        String wanted = name;
        if (wanted == null) {
            return all;
        }
        List<String> names = all.stream().map(WorkloadInfo::name).toList();
        return List.of(all.stream()
                .filter(workload -> workload.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UsageException("unknown workload " + wanted + Names.hint(wanted, names))));
    }

    private List<String> list(List<WorkloadInfo> workloads, Palette palette) {
        Table table = Table.of(Column.left("workload"), Column.left("kind"), Column.left("what it does"));
        workloads.forEach(workload ->
                table.row(new Cell(Ink.NAME, workload.name()), Cell.of(kind(workload)), Cell.of(workload.summary())));
        return table.lines(palette, surroundings.console().listWidth());
    }

    private List<String> details(WorkloadInfo workload, Palette palette) {
        List<String> lines = new ArrayList<>();
        lines.add(palette.paint(Ink.STRONG, workload.name()) + " (" + kind(workload) + "): " + workload.summary());
        lines.addAll(Details.lines(
                "parameter",
                ParameterGuide.to(workload),
                palette,
                surroundings.console().listWidth()));
        if (!workload.stages().isEmpty()) {
            lines.add("");
            lines.add("stages: %s; --placements says where each runs, as %s"
                    .formatted(
                            String.join(", ", workload.stages()),
                            workload.stages().stream()
                                    .map(stage -> stage + "@parallel")
                                    .collect(Collectors.joining(","))));
        }
        return lines;
    }

    private static String kind(WorkloadInfo workload) {
        return workload.kind().name().toLowerCase(Locale.ROOT);
    }
}
