package io.fluxlab.lecture.assignment.check;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls a method on a thread of its own, so that somebody else sees whether it has returned. Thread-safe. */
public final class BackgroundCall<T> {

    private static final long GLANCE_MILLIS = 500;
    private static final long PATIENCE_SECONDS = 20;

    private final FutureTask<T> task;
    private final Thread thread;

    private BackgroundCall(FutureTask<T> task) {
        this.task = task;
        this.thread = Thread.ofPlatform().daemon().name("caller").start(task);
    }

    /** Calls it. */
    public static <T> BackgroundCall<T> of(Callable<T> method) {
        return new BackgroundCall<>(new FutureTask<>(method));
    }

    /** Whether it returns although it should wait: looks for a moment. */
    public boolean returnsEarly() throws InterruptedException {
        thread.join(GLANCE_MILLIS);
        return task.isDone();
    }

    /** Whether it has returned or failed by now. */
    public boolean isOver() {
        return task.isDone();
    }

    /**
     * What it returned.
     *
     * @throws Unmet with {@code hangs} where it does not return
     */
    public T returned() throws Exception {
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Unmet("hangs", StudentFrame.of(thread.getStackTrace()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
