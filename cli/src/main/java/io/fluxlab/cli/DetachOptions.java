package io.fluxlab.cli;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.client.LabClient;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.kept.RunName;
import io.fluxlab.kept.Submission;
import io.fluxlab.lab.Lab;
import io.fluxlab.library.ScenarioRequest;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.scenario.run.ScenarioEvent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Flux;

/** Whether a server runs it without this command. */
final class DetachOptions {

    @Option(
            names = "--detach",
            description =
                    "Have the server named by --server run it and keep it, and don't wait: its name is all that is"
                            + " written, for fluxlab watch.")
    private boolean detach;

    @Option(names = "--shared", description = "With --detach: let everybody watch it who may come in to that server.")
    private boolean shared;

    @Option(names = "--note", paramLabel = "TEXT", description = "With --detach or --keep: what to remember of it.")
    private @Nullable String note;

    @Option(
            names = "--commit",
            paramLabel = "ID",
            description =
                    "With --detach or --keep: the commit of what is measured; that of the folder this is called in.")
    private @Nullable String commit;

    @Mixin
    private final KeepOptions keep = new KeepOptions();

    /** Whether it is to go on without this command. */
    boolean isWanted() {
        return detach;
    }

    /** Whether it is to be kept by this command. */
    boolean keeps() {
        return keep.isWanted();
    }

    /** What is wrong with these options, told before anything starts. */
    void check(LabOptions lab) {
        if (detach && lab.server().isEmpty()) {
            throw new UsageException(
                    "--detach needs a server that goes on with it: name one with --server, such as one that 'fluxlab serve'"
                            + " starts");
        }
        if (detach && keep.isWanted()) {
            throw new UsageException(
                    "--keep is for runs in this command: leave it away, a server keeps what is detached");
        }
        if (keep.isWanted() && lab.server().isPresent()) {
            throw new UsageException("--keep is for runs in this command: use --detach for those of a server");
        }
        if (shared && !detach) {
            throw new UsageException("--shared needs --detach");
        }
        if (!detach && !keep.isWanted() && (note != null || commit != null)) {
            throw new UsageException("--note and --commit need --detach or --keep");
        }
    }

    /** A run in this command, as it is kept where that is wanted. */
    Flux<RunEvent> kept(Flux<RunEvent> events, RunRequest request) {
        return keep.kept(labelled(Submission.of(request)), events, RunEvent.class);
    }

    /** A comparison in this command, as it is kept where that is wanted. */
    Flux<ComparisonEvent> kept(Flux<ComparisonEvent> events, ComparisonRequest request) {
        return keep.kept(labelled(Submission.of(request)), events, ComparisonEvent.class);
    }

    /** A search in this command, as it is kept where that is wanted. */
    Flux<CapacityEvent> kept(Flux<CapacityEvent> events, CapacityRequest request) {
        return keep.kept(labelled(Submission.of(request)), events, CapacityEvent.class);
    }

    /** A scenario in this command, as it is kept where that is wanted. */
    Flux<ScenarioEvent> kept(Flux<ScenarioEvent> events, ScenarioRequest request) {
        return keep.kept(labelled(Submission.of(request)), events, ScenarioEvent.class);
    }

    /** The submission with what these options say of it. */
    Submission labelled(Submission submission) {
        String of = commit == null ? WorkingCommit.here().orElse(null) : commit;
        Submission labelled = submission.of(of).noting(note);
        return shared ? labelled.forEverybody() : labelled;
    }

    /** Submits it, and writes its name. */
    int submit(Lab lab, Submission submission, OutputOptions output, Surroundings surroundings) {
        if (!(lab instanceof LabClient client)) {
            throw new IllegalStateException("a lab in this process ends with it");
        }
        String run = Following.answer(client.submit(labelled(submission)), surroundings.interrupt());
        Console console = surroundings.console();
        if (output.json()) {
            new JsonLines(console).accept(new RunName(run));
        } else {
            console.line(run);
            console.flush();
            console.note("It goes on; 'fluxlab watch " + run + " --server ...' shows it.");
        }
        return ExitStatus.DONE;
    }
}
