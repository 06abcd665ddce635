package io.fluxlab.stage;

import io.fluxlab.measure.StageUse;
import io.fluxlab.measure.StageUse.Returns;
import io.fluxlab.trace.Tracer;
import io.fluxlab.workload.TaskContext;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Counts what one stage takes in one run. Thread-safe. */
final class StageMeter {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The CPU time of the first calls is read, and that of one in so many others: reading it is a system call. */
    private static final int ALL_READ = 256;

    private static final int THEN_ONE_IN = 16;

    private final Stage stage;
    private final LongAdder calls = new LongAdder();
    private final LongAdder workNanos = new LongAdder();
    private final LongAdder waitNanos = new LongAdder();
    private final LongAdder queueNanos = new LongAdder();
    private final LongAdder cpuNanos = new LongAdder();
    private final LongAdder cpuCalls = new LongAdder();
    private final LongAdder hops = new LongAdder();
    private final LongAdder freeHopNanos = new LongAdder();
    private final LongAdder freeHops = new LongAdder();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger maxQueue = new AtomicInteger();
    private final AtomicInteger maxAtOnce = new AtomicInteger();
    private volatile boolean isVirtual;
    private volatile Returns returns = Returns.VALUE;

    StageMeter(Stage stage) {
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }

    /** An element on its way into the stage. One thread at a time. */
    final class Visit {
        private final Thread from = Thread.currentThread();
        private final long handedNanos;
        private final boolean isFirst;
        private long beganNanos;
        private long endNanos;
        private boolean hasBegun;
        private boolean hasLeft;

        private Visit(long handedNanos, boolean isFirst) {
            this.handedNanos = handedNanos;
            this.isFirst = isFirst;
        }

        Stage stage() {
            return stage;
        }

        /** Makes the call on this thread, tells so whoever traces threads, and keeps what it took. */
        @Nullable
        Object call(Object element, TaskContext context) throws Exception {
            Tracer tracer = context.tracer();
            tracer.running(stage.name());
            try {
                return measured(element, context);
            } finally {
                tracer.ended();
            }
        }

        @Nullable
        private Object measured(Object element, TaskContext context) throws Exception {
            begin();
            int number = begun.getAndIncrement();
            Thread thread = Thread.currentThread();
            isVirtual |= thread.isVirtual();
            boolean isRead = !thread.isVirtual() && (number < ALL_READ || number % THEN_ONE_IN == 0);
            long cpuBefore = isRead ? THREADS.getCurrentThreadCpuTime() : 0;
            try {
                Object result = stage.function().apply(element, context);
                note(result);
                return result;
            } finally {
                if (isRead) {
                    cpuNanos.add(THREADS.getCurrentThreadCpuTime() - cpuBefore);
                    cpuCalls.increment();
                }
                endNanos = System.nanoTime();
                workNanos.add(endNanos - beganNanos);
                calls.increment();
            }
        }

        /** What the call has returned gives its first signal. */
        void signalled(long nowNanos) {
            waitNanos.add(nowNanos - endNanos);
        }

        /** The element has left, or was given up. */
        void left() {
            if (!hasLeft) {
                hasLeft = true;
                if (hasBegun) {
                    inside.decrementAndGet();
                } else {
                    queued.decrementAndGet();
                }
            }
        }

        private void begin() {
            beganNanos = System.nanoTime();
            hasBegun = true;
            queueNanos.add(beganNanos - handedNanos);
            if (Thread.currentThread() != from) {
                hops.increment();
                if (isFirst) {
                    freeHops.increment();
                    freeHopNanos.add(beganNanos - handedNanos);
                }
            }
            queued.decrementAndGet();
            maxAtOnce.accumulateAndGet(inside.incrementAndGet(), Math::max);
        }
    }

    /** An element is handed to the stage by this thread. */
    Visit enter() {
        int waiting = queued.incrementAndGet();
        maxQueue.accumulateAndGet(waiting, Math::max);
        return new Visit(System.nanoTime(), waiting == 1 && inside.get() == 0);
    }

    StageUse use() {
        long timed = cpuCalls.sum();
        long free = freeHops.sum();
        return new StageUse(
                stage.name(),
                calls.sum(),
                workNanos.sum(),
                waitNanos.sum(),
                queueNanos.sum(),
                isVirtual || timed == 0 ? null : (Long) Math.round((double) cpuNanos.sum() / timed * calls.sum()),
                hops.sum(),
                free == 0 ? null : (Long) (freeHopNanos.sum() / free),
                maxQueue.get(),
                maxAtOnce.get(),
                stage.concurrency(),
                stage.prefetch(),
                returns);
    }

    private void note(@Nullable Object result) {
        Returns found = switch (result) {
            case null -> Returns.VALUE;
            case Publisher<?> publisher -> Returns.PUBLISHER;
            case Flow.Publisher<?> publisher -> Returns.PUBLISHER;
            case Stream<?> stream -> Returns.PUBLISHER;
            case CompletionStage<?> future -> Returns.FUTURE;
            case Future<?> future -> Returns.FUTURE;
            case Callable<?> callable -> Returns.CALLABLE;
            case Supplier<?> supplier -> Returns.CALLABLE;
            default -> Returns.VALUE;
        };
        if (found != Returns.VALUE && found != returns) {
            returns = found;
        }
    }
}
