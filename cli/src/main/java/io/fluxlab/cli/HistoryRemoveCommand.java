package io.fluxlab.cli;

import io.fluxlab.kept.KeptRun;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fluxlab history rm}: forgets kept runs. */
@Command(name = "rm", description = "Forgets kept runs, with all their events.", sortOptions = false)
final class HistoryRemoveCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Names of the runs, or their beginnings.")
    private List<String> runs = List.of();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    HistoryRemoveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (ArchiveOptions.Opened opened = archive.open(surroundings.labs())) {
            List<KeptRun> found = runs.stream()
                    .map(name -> ArchiveOptions.find(opened.archive(), name, surroundings.interrupt()))
                    .toList();
            for (KeptRun run : found) {
                Following.done(opened.archive().remove(run.run()), surroundings.interrupt());
                surroundings.console().note(run.run() + " is forgotten");
            }
            return ExitStatus.DONE;
        }
    }
}
