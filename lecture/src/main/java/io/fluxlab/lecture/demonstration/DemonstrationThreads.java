package io.fluxlab.lecture.demonstration;

import io.fluxlab.trace.Tracer;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The threads of one demonstration, beside its lane's: daemons, each of exactly the name that it was given. None outlives
 * it: {@link #close} interrupts them until they end. Where one of them fails, the others are interrupted, and
 * {@link #join} throws what it threw. Thread-safe; {@code join} and {@code close} block, and are for the task's own thread.
 */
public final class DemonstrationThreads implements AutoCloseable {

    /** How long threads that are interrupted again and again may take to end: half of what a cancelled run has. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final long NUDGE_MILLIS = 20;

    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final Queue<Thread> schedulersThreads = new ConcurrentLinkedQueue<>();
    private final Queue<Scheduler> schedulers = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Tracer tracer;
    private volatile boolean dismissed;

    /** Threads of which nothing is taken down. */
    public DemonstrationThreads() {
        this(Tracer.NONE);
    }

    /** Threads of which is taken down when they start and end. */
    public DemonstrationThreads(Tracer tracer) {
        this.tracer = tracer;
    }

    /** What a thread does. */
    @FunctionalInterface
    public interface Job {
        /** Does it; an interrupt is the way out. */
        void run() throws Exception;
    }

    /** Starts a thread of this name. */
    public Thread start(String name, Job job) {
        return start(new Thread(() -> run(job), name));
    }

    /** Starts {@code count} threads called {@code <name>-1} and so on. */
    public void start(int count, String name, Job job) {
        for (int i = 1; i <= count; i++) {
            start(name + "-" + i, job);
        }
    }

    /** Starts a thread that was made elsewhere. */
    public Thread start(Thread thread) {
        prepared(thread).start();
        threads.add(thread);
        if (dismissed) {
            thread.interrupt(); // it may have been added too late to be seen
        }
        return thread;
    }

    /** A scheduler with one thread of this name. Nobody joins it: it ends when they are closed. */
    public Scheduler scheduler(String name) {
        ThreadFactory factory = body -> {
            Thread thread = prepared(new Thread(body, name));
            schedulersThreads.add(thread);
            return thread;
        };
        Scheduler scheduler = Schedulers.newSingle(factory);
        schedulers.add(scheduler);
        if (dismissed) {
            scheduler.dispose();
        }
        return scheduler;
    }

    /**
     * Waits until all threads that were started have ended.
     *
     * @throws io.fluxlab.error.BrokenRunException naming those that have not within the limit
     */
    public void join(Patience patience) throws InterruptedException {
        if (!joinWithin(patience)) {
            String left = threads.stream()
                    .filter(Thread::isAlive)
                    .map(Thread::getName)
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw patience.inVain(left + " to end");
        }
    }

    /** Waits like {@link #join}; false where the limit was reached. */
    public boolean joinWithin(Patience patience) throws InterruptedException {
        long endNanos = System.nanoTime() + patience.limit().toNanos();
        boolean ended = true;
        for (Thread thread : threads) {
            ended &= thread.join(Duration.ofNanos(endNanos - System.nanoTime()));
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw Exceptions.propagate(thrown);
        }
        return ended;
    }

    /** Interrupts all threads, now and whenever one is started, and waits for none. For cancel, which comes from elsewhere. */
    public void dismiss() {
        dismissed = true;
        schedulers.forEach(Scheduler::dispose);
        threads.forEach(Thread::interrupt);
    }

    /** Interrupts all threads until they have ended, also where this one is interrupted itself. */
    @Override
    public void close() {
        dismiss();
        boolean interrupted = Thread.interrupted();
        long deadline = System.nanoTime() + GRACE.toNanos();
        for (Thread thread :
                Stream.concat(threads.stream(), schedulersThreads.stream()).toList()) {
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

    private Thread prepared(Thread thread) {
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, error) -> fail(error));
        return thread;
    }

    private void run(Job job) {
        tracer.running();
        try {
            job.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it was told to end, and does
        } catch (Throwable e) { // whatever a job throws belongs to who waits for it
            fail(e);
        } finally {
            tracer.ended();
        }
    }

    /** What the others throw where they are interrupted for it comes too late to be the reason. */
    private void fail(Throwable error) {
        if (failure.compareAndSet(null, error)) {
            dismiss();
        }
    }
}
