package io.fluxlab.lecture.threads;

import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker at work, as it and whoever wants it to stop see it. Thread-safe. */
final class StoppableWork implements Runnable {

    private final StopReaction worker;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch reason = new CountDownLatch(1);
    private final AtomicInteger noticed = new AtomicInteger();

    /** Volatile: a plain field might be read once, before the loop, and the worker would never see it change. */
    private volatile boolean asked;

    StoppableWork(StopReaction worker) {
        this.worker = worker;
    }

    @Override
    public void run() {
        begun.countDown();
        try {
            worker.work(this);
        } finally {
            ended.countDown();
        }
    }

    /** Raises the flag. */
    void ask() {
        asked = true;
    }

    boolean isAsked() {
        return asked;
    }

    /** Gives the worker what it waits for: from now on it has a reason of its own to end. */
    void giveReason() {
        reason.countDown();
    }

    /** Waits until there is a reason to end. */
    void awaitReason() throws InterruptedException {
        reason.await();
    }

    /** The worker was interrupted while it waited. */
    void notice() {
        noticed.incrementAndGet();
    }

    int noticed() {
        return noticed.get();
    }

    boolean hasBegun(Duration limit, TaskContext context) throws Exception {
        return context.blocking(() -> begun.await(limit.toNanos(), TimeUnit.NANOSECONDS));
    }

    boolean hasEnded(Duration limit, TaskContext context) throws Exception {
        return context.blocking(() -> ended.await(limit.toNanos(), TimeUnit.NANOSECONDS));
    }
}
