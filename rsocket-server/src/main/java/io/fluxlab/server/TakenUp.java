package io.fluxlab.server;

import io.fluxlab.kept.LastingRun;
import io.fluxlab.kept.RunKind;
import io.fluxlab.kept.RunName;
import io.fluxlab.kept.Submission;
import io.fluxlab.lab.Lab;
import io.fluxlab.library.ScenarioLibrary;
import io.fluxlab.run.RunRequest;
import io.fluxlab.server.identity.Caller;
import io.fluxlab.server.identity.Principal;
import io.fluxlab.server.identity.Role;
import io.fluxlab.server.transport.Peer;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Submits runs again that a server before this one has lost. Thread-safe. */
final class TakenUp {

    private static final String NOTE = "taken up from a journal";

    private final Lab lab;
    private final ScenarioLibrary library;
    private final Runs runs;
    private final Submissions submissions;
    private final AtomicInteger running = new AtomicInteger();

    TakenUp(Lab lab, ScenarioLibrary library, Runs runs, Submissions submissions) {
        this.lab = lab;
        this.library = library;
        this.runs = runs;
        this.submissions = submissions;
    }

    /** Submits a run for its owner, and emits its new name; fails where it can't be run here. Starts at subscription. */
    Mono<RunName> submit(LastingRun lasting) {
        return Mono.defer(() -> {
            Submission submission = RequestReader.submission(lasting.submission(), lab, library);
            if (!(submission.work() instanceof Submission.OfRun run)) {
                throw new IllegalArgumentException("only runs last, and this is a "
                        + submission.work().kind().id());
            }
            Role role = Role.of(lasting.role()).orElse(Role.RUNNER);
            Caller owner = new Caller(new Principal(lasting.owner(), role), Peer.LOCAL);
            return submissions.submit(
                    owner, noted(submission), lasting, control -> events(owner, run.request(), control));
        });
    }

    private Flux<?> events(Caller owner, RunRequest request, RemoteControl control) {
        return runs.counted(
                owner,
                running,
                () -> lab.check(request),
                lab.steer(request, Flux.merge(control.commands(), runs.cancellation())));
    }

    private static Submission noted(Submission submission) {
        Submission.Label label = submission.label();
        String note = label.note() == null ? NOTE : label.note() + "; " + NOTE;
        return new Submission(
                submission.work(), new Submission.Label(RunKind.RUN, label.shared(), label.commit(), note));
    }
}
