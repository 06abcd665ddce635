package io.fluxlab.lecture.futures;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What it takes to come to a result: it waits for a while, and counts how often it was begun. It can be held up until somebody
 * has had a look, so that a busy machine does not make it the faster of the two. Thread-safe.
 */
final class CountedComputation implements Supplier<Integer> {

    /** The result. */
    static final int RESULT = 42;

    private static final int NONE = -1;

    private final int millis;
    private final CountDownLatch holdUps;
    private final AtomicInteger runs = new AtomicInteger();
    private volatile boolean interrupted;
    private volatile boolean done;

    private CountedComputation(int millis, int holdUps) {
        this.millis = millis;
        this.holdUps = new CountDownLatch(holdUps);
    }

    static CountedComputation of(int millis) {
        return new CountedComputation(millis, 0);
    }

    /** It comes to its result no sooner than it is let go. */
    static CountedComputation heldUp(int millis) {
        return new CountedComputation(millis, 1);
    }

    void letGo() {
        holdUps.countDown();
    }

    @Override
    public Integer get() {
        runs.incrementAndGet();
        try {
            holdUps.await();
            Thread.sleep(millis);
            done = true;
            return RESULT;
        } catch (InterruptedException e) {
            interrupted = true;
            Thread.currentThread().interrupt();
            return NONE;
        }
    }

    int runs() {
        return runs.get();
    }

    boolean wasInterrupted() {
        return interrupted;
    }

    boolean isDone() {
        return done;
    }

    boolean hasEnded() {
        return done || interrupted;
    }
}
