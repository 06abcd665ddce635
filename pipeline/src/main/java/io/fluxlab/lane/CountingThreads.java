package io.fluxlab.lane;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.NonBlocking;

/** Makes daemon threads named {@code <name>-1}, {@code <name>-2}, ... and counts how many live at once. Thread-safe. */
final class CountingThreads implements ThreadFactory {

    private final String name;
    private final boolean blockingAllowed;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger living = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private volatile @Nullable MonoSink<Void> waiting;

    CountingThreads(String name, boolean blockingAllowed) {
        this.name = name;
        this.blockingAllowed = blockingAllowed;
    }

    @Override
    public Thread newThread(Runnable work) {
        Runnable counted = () -> {
            try {
                work.run();
            } finally {
                threadEnds();
            }
        };
        peak.accumulateAndGet(living.incrementAndGet(), Math::max);
        String threadName = name + "-" + made.incrementAndGet();
        Thread thread = blockingAllowed ? new Thread(counted, threadName) : new CpuThread(counted, threadName);
        thread.setDaemon(true);
        return thread;
    }

    int peak() {
        return peak.get();
    }

    /** Completes, on the last one's thread, when none lives any more. For once, when no more are being made. */
    Mono<Void> ended() {
        return Mono.create(sink -> {
            waiting = sink;
            if (living.get() == 0) {
                sink.success();
            }
        });
    }

    private void threadEnds() {
        MonoSink<Void> sink;
        if (living.decrementAndGet() == 0 && (sink = waiting) != null) {
            sink.success();
        }
    }

    /** Tells Reactor that blocking here is a mistake. */
    private static final class CpuThread extends Thread implements NonBlocking {
        CpuThread(Runnable work, String name) {
            super(work, name);
        }
    }
}
