package io.fluxlab.cli;

import io.fluxlab.kept.Annotation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fluxlab history annotate}: writes something to remember beside a kept run. */
@Command(
        name = "annotate",
        description = "Writes a note beside a kept run, in place of the one it has.",
        sortOptions = false)
final class HistoryAnnotateCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "RUN", description = "Name of the run, or its beginning.")
    private String run = "";

    @Parameters(index = "1", paramLabel = "NOTE", description = "What to remember; '' takes the note away.")
    private String note = "";

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    HistoryAnnotateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (ArchiveOptions.Opened opened = archive.open(surroundings.labs())) {
            String name = ArchiveOptions.find(opened.archive(), run, surroundings.interrupt())
                    .run();
            Following.done(
                    opened.archive().annotate(new Annotation(name, note.isEmpty() ? null : note)),
                    surroundings.interrupt());
            return ExitStatus.DONE;
        }
    }
}
