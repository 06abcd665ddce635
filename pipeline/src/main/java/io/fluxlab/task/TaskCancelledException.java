package io.fluxlab.task;

import java.io.Serial;
import java.util.concurrent.CancellationException;

/** A task was told to end. One is shared by all of them, and therefore without a trace of its own. */
final class TaskCancelledException extends CancellationException {

    @Serial
    private static final long serialVersionUID = 1L;

    TaskCancelledException() {
        super("the run was cancelled");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
