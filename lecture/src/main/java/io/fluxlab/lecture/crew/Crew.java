package io.fluxlab.lecture.crew;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

/**
 * The platform threads of one demonstration: daemons with names, interrupted when it ends. What one of them throws is
 * thrown again by {@link #join}. Thread-safe.
 */
public final class Crew implements Stage {

    private final String name;
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean closed;

    /** What a thread does. */
    @FunctionalInterface
    public interface Job {
        /** Does it; an interrupt is the way out. */
        void run() throws Exception;
    }

    /** A crew whose threads' names begin with {@code name}. */
    public Crew(String name) {
        this.name = name;
    }

    /** Starts a thread called {@code <crew>-<role>}. */
    public Thread start(String role, Job job) {
        Thread thread = new Thread(() -> run(job), name + "-" + role);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        if (closed) {
            thread.interrupt(); // it may have been added too late to be seen
        }
        return thread;
    }

    /** Starts {@code count} threads called {@code <crew>-<role>-1} and so on. */
    public void start(int count, String role, Job job) {
        for (int i = 1; i <= count; i++) {
            start(role + "-" + i, job);
        }
    }

    /** Waits until all threads have ended, and throws what the first one that failed has thrown. */
    public void join(Patience patience) throws InterruptedException {
        patience.until("the threads of " + name + " to end", () -> failure.get() != null || allEnded());
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw Exceptions.propagate(thrown);
        }
    }

    /** Interrupts the threads that are left, and does not wait for them. */
    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }

    private boolean allEnded() {
        return threads.stream().noneMatch(Thread::isAlive);
    }

    private void run(Job job) {
        try {
            job.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it was told to end, and does
        } catch (Throwable e) { // whatever a job throws belongs to who waits for it
            failure.compareAndSet(null, e);
        }
    }
}
