package io.fluxlab.lecture.team;

import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A demonstration's own threads. All are daemons, and all are interrupted until they end when the team is closed. Threads
 * are added from any thread; everything else is for the task's own.
 */
public final class Team implements AutoCloseable {

    /** How long a thread that is interrupted again and again may take to end: half of what a cancelled run has. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final long NUDGE_MILLIS = 20;

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Scheduler> schedulers = new CopyOnWriteArrayList<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    /** A thread of this name that is not started yet. */
    public Thread add(String name, Runnable body) {
        return add(new Thread(body, name));
    }

    /** Takes in a thread that is not started yet. */
    public <T extends Thread> T add(T thread) {
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, error) -> failures.add(error));
        threads.add(thread);
        return thread;
    }

    /** A scheduler with one thread of exactly this name. */
    public Scheduler scheduler(String name) {
        Scheduler scheduler = Schedulers.newSingle((ThreadFactory) body -> add(name, body));
        schedulers.add(scheduler);
        return scheduler;
    }

    /** Starts the threads that were added. */
    public void start() {
        threads.forEach(Thread::start);
    }

    /**
     * Waits until all threads have ended; false where the time is up before.
     *
     * @throws IllegalStateException where one of them failed
     */
    public boolean join(Duration limit, TaskContext context) throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean ended = context.blocking(() -> {
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofNanos(deadline - System.nanoTime()))) {
                    return false;
                }
            }
            return true;
        });
        Throwable failure = failures.peek();
        if (failure != null) {
            throw new IllegalStateException("a thread of the demonstration failed: " + failure, failure);
        }
        return ended;
    }

    /** Waits like {@link #join}, and names those that have not ended when the time is up. */
    public void joinAll(Duration limit, TaskContext context) throws Exception {
        if (!join(limit, context)) {
            throw new TimeoutException(
                    "%s did not end within %d ms".formatted(String.join(", ", living()), limit.toMillis()));
        }
    }

    /** Disposes of the schedulers and interrupts all threads until they have ended, also where this one is interrupted itself. */
    @Override
    public void close() {
        schedulers.forEach(Scheduler::dispose);
        boolean interrupted = Thread.interrupted();
        long deadline = System.nanoTime() + GRACE.toNanos();
        for (Thread thread : threads) {
            while (thread.isAlive() && System.nanoTime() < deadline) {
                thread.interrupt();
                interrupted |= hasInterruptedJoin(thread);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasInterruptedJoin(Thread thread) {
        try {
            thread.join(NUDGE_MILLIS);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private List<String> living() {
        return threads.stream().filter(Thread::isAlive).map(Thread::getName).collect(Collectors.toList());
    }
}
