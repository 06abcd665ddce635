package io.fluxlab.lane;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.scheduler.NonBlocking;

/** Makes daemon threads named {@code <name>-1}, {@code <name>-2}, ... and counts how many live at once. Thread-safe. */
final class CountingThreads implements ThreadFactory {

    private final String name;
    private final boolean blockingAllowed;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger living = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();

    CountingThreads(String name, boolean blockingAllowed) {
        this.name = name;
        this.blockingAllowed = blockingAllowed;
    }

    @Override
    public Thread newThread(Runnable work) {
        Runnable counted = () -> {
            peak.accumulateAndGet(living.incrementAndGet(), Math::max);
            try {
                work.run();
            } finally {
                living.decrementAndGet();
            }
        };
        String threadName = name + "-" + made.incrementAndGet();
        Thread thread = blockingAllowed ? new Thread(counted, threadName) : new CpuThread(counted, threadName);
        thread.setDaemon(true);
        return thread;
    }

    int peak() {
        return peak.get();
    }

    /** Tells Reactor that blocking here is a mistake. */
    private static final class CpuThread extends Thread implements NonBlocking {
        CpuThread(Runnable work, String name) {
            super(work, name);
        }
    }
}
