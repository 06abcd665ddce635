package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cluster.journal.RunJournal;
import io.fluxlab.error.LabException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.kept.LastingRun;
import io.fluxlab.server.LabServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a coordinator writes down the results of submitted runs, so that they outlive it. */
final class JournalOption {

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = {
                "Where the coordinator writes down the results of submitted runs until they end:",
                "those that it finds there when it starts go on."
            })
    private @Nullable Path folder;

    /** Whether one is wanted. */
    boolean isGiven() {
        return folder != null;
    }

    /** Opens it, where it is wanted: whoever asks closes it. */
    Optional<RunJournal> open(Console console) {
        Path wanted = folder;
        if (wanted == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(RunJournal.open(wanted.toAbsolutePath(), why -> say(console, why)));
        } catch (IOException e) {
            throw new FailedException(
                    "no journal in %s: %s. --journal takes a folder of this coordinator's alone, on a disk with 20 MB or more"
                            .formatted(wanted, e.getMessage()),
                    e);
        }
    }

    /** Has a server submit again what was found. */
    static void takeUp(RunJournal journal, LabServer server, Console console) {
        for (LastingRun each : journal.unfinished()) {
            server.takeUp(each)
                    .subscribe(
                            name -> say(console, "%s goes on, from the journal".formatted(name)),
                            error -> notTaken(journal, each, error, console));
        }
    }

    /** What is only refused may be taken up at the next start. */
    private static void notTaken(RunJournal journal, LastingRun run, Throwable error, Console console) {
        boolean forNow = error instanceof RejectedRequestException || !(error instanceof LabException);
        say(
                console,
                "a run of %s does not go on: %s; %s"
                        .formatted(
                                run.owner(),
                                error.getMessage(),
                                forNow ? "it stays in the journal" : "the journal forgets it"));
        if (!forNow) {
            journal.giveUp(run);
        }
    }

    private static void say(Console console, String text) {
        console.note(text);
    }
}
