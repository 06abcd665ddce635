package io.fluxlab.run;

import io.fluxlab.error.LabException;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.task.TaskExecution;
import java.time.Duration;
import java.util.List;
import reactor.core.Exceptions;

/** Throwables as what is said of them. */
public final class Failures {

    /** Of a task that was told to end. */
    static final Failure CANCELLED = new Failure("cancelled", String.valueOf(TaskExecution.CANCELLED.getMessage()));

    /** Of a source that emitted more than was asked for, and could not wait. */
    private static final String OVERFLOW = "overflow";

    private Failures() {}

    /** Whether it is that of a task that was told to end. */
    static boolean isCancelled(Failure failure) {
        return failure.code().equals(CANCELLED.code());
    }

    static Failure timeIsUp(Duration limit) {
        return new Failure("limit-exceeded", "runTime must be at most %d ms".formatted(limit.toMillis()));
    }

    /** Of a run that did not wait for all of its tasks, and could not stop these. */
    static Failure leftBehind(int threads) {
        return new Failure("run-broken", "%d of its threads could not be stopped".formatted(threads));
    }

    /** What is said of an error that a body threw or signalled, and where in the user's code that was. */
    public static Failure traced(Throwable error) {
        Failure failure = of(error);
        List<String> at = error == TaskExecution.CANCELLED ? List.of() : UserFrames.of(error);
        return at.isEmpty() ? failure : new Failure(failure.code(), failure.message(), at);
    }

    /** What is said of an error that a body threw or signalled. */
    public static Failure of(Throwable error) {
        if (error == TaskExecution.CANCELLED) {
            return CANCELLED;
        }
        Throwable cause = Exceptions.unwrap(error);
        if (cause instanceof LabException known) {
            return new Failure(known.code(), String.valueOf(known.getMessage()));
        }
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return new Failure(
                Exceptions.isOverflow(cause) ? OVERFLOW : "task-failed",
                message == null ? name : name + ": " + message);
    }
}
