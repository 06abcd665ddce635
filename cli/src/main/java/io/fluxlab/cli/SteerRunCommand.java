package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.client.LabClient;
import io.fluxlab.run.SteerCommand;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fluxlab steer}: tells something to a run that goes on at a server. */
@Command(
        name = "steer",
        description = {
            "Tells something to a run that goes on at a server.",
            "",
            "pause starts no task and asks running ones for no more items, resume goes on, concurrency N lets N tasks run at"
                    + " once, cancel ends it. Comparisons, scenarios and searches for capacity can be cancelled alone."
        },
        sortOptions = false)
final class SteerRunCommand implements Callable<Integer> {

    /** What can be told, as it is typed. */
    enum Told {
        pause,
        resume,
        concurrency,
        cancel
    }

    private static final int MOST = 1_000_000;

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "RUN", description = "Name of the run, or its beginning.")
    private String run = "";

    @Parameters(index = "1", paramLabel = "COMMAND", description = "${COMPLETION-CANDIDATES}.")
    private Told command = Told.pause;

    @Parameters(index = "2", arity = "0..1", paramLabel = "N", description = "How many tasks run at once from now on.")
    private @Nullable Integer value;

    @Mixin
    private final LabOptions lab = new LabOptions();

    SteerRunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SteerCommand told = told();
        if (lab.server().isEmpty()) {
            throw new UsageException("runs that go on without their command are a server's: name it with --server");
        }
        try (LabSource.Opened opened = surroundings.labs().open(lab)) {
            LabClient client = (LabClient) opened.lab();
            String name =
                    ArchiveOptions.find(client, run, surroundings.interrupt()).run();
            Following.answer(client.steer(name, told), surroundings.interrupt());
            surroundings
                    .console()
                    .note("%s is told: %s".formatted(name, value == null ? command : command + " " + value));
            return ExitStatus.DONE;
        }
    }

    private SteerCommand told() {
        Integer number = value;
        if (command != Told.concurrency && number != null) {
            throw new UsageException("%s takes no number, was %d: concurrency does".formatted(command, number));
        }
        return switch (command) {
            case pause -> SteerCommand.PAUSE;
            case resume -> SteerCommand.RESUME;
            case cancel -> SteerCommand.CANCEL;
            case concurrency -> {
                if (number == null || number < 1 || number > MOST) {
                    String what = number == null ? ", and has none" : ", was " + number;
                    throw new UsageException("concurrency takes a number from 1 to " + MOST + what);
                }
                yield SteerCommand.concurrency(number);
            }
        };
    }
}
