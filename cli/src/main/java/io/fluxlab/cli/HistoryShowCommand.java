package io.fluxlab.cli;

import io.fluxlab.cli.figure.KeptText;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.kept.KeptRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fluxlab history show}: all that is known of a kept run beside its events. */
@Command(
        name = "show",
        description = "Shows what is known of a kept run; fluxlab watch shows its events.",
        sortOptions = false)
final class HistoryShowCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", description = "Name of the run, or its beginning.")
    private String run = "";

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    HistoryShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (ArchiveOptions.Opened opened = archive.open(surroundings.labs())) {
            KeptRun kept = ArchiveOptions.find(opened.archive(), run, surroundings.interrupt());
            if (output.json()) {
                new JsonLines(surroundings.console()).accept(kept);
            } else {
                KeptText.lines(kept).forEach(surroundings.console()::line);
            }
            return ExitStatus.DONE;
        }
    }
}
