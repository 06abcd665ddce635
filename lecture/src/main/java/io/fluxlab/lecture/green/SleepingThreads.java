package io.fluxlab.lecture.green;

import io.fluxlab.error.BrokenRunException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Threads that sleep, of either kind. */
final class SleepingThreads extends SleepingCrowd {

    private final Thread.Builder builder;
    private final Duration sleep;
    private final List<Thread> threads;

    SleepingThreads(Thread.Builder builder, int count, Duration sleep) {
        this.builder = builder;
        this.sleep = sleep;
        this.threads = new ArrayList<>(count);
    }

    @Override
    void start() {
        Thread thread = builder.unstarted(() -> sleepUntilOver(sleep));
        try {
            thread.start();
        } catch (OutOfMemoryError e) { // so the JVM calls it when the system refuses a thread
            throw new BrokenRunException(
                    "thread-refused", "no thread after %d of them: %s".formatted(threads.size(), e.getMessage()));
        }
        threads.add(thread);
    }

    /** Not before their threads are gone, and with them their stacks. */
    @Override
    boolean allHaveEnded() {
        return asleep() == 0 && threads.stream().noneMatch(Thread::isAlive);
    }

    /** Waits also where it is interrupted itself: what the run has claimed is theirs until they are gone. */
    @Override
    public void close() {
        itIsOver();
        threads.stream().filter(Thread::isAlive).forEach(Thread::interrupt);
        boolean interrupted = false;
        for (Thread thread : threads) {
            interrupted |= awaitEnd(thread);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the calling thread was interrupted meanwhile. */
    private static boolean awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
