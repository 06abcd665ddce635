package io.fluxlab.run;

import io.fluxlab.error.LabException;
import io.fluxlab.run.RunEvent.Failure;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import reactor.core.Exceptions;

/** Throwables as what is said of them. */
final class Failures {

    /** Of a task that was told to end. */
    static final Failure CANCELLED = new Failure("cancelled", "the run was cancelled");

    private Failures() {}

    static CancellationException cancellation() {
        return new CancellationException(CANCELLED.message());
    }

    static Failure timeIsUp(Duration limit) {
        return new Failure("limit-exceeded", "runTime must be at most %d ms".formatted(limit.toMillis()));
    }

    static Failure of(Throwable error) {
        Throwable cause = Exceptions.unwrap(error);
        if (cause instanceof LabException known) {
            return new Failure(known.code(), String.valueOf(known.getMessage()));
        }
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return new Failure("task-failed", message == null ? name : name + ": " + message);
    }
}
