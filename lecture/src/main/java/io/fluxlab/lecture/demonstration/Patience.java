package io.fluxlab.lecture.demonstration;

import io.fluxlab.error.BrokenRunException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;

/**
 * How long a demonstration waits, and how it says that it waited in vain. Immutable; thread-safe.
 *
 * @param limit of one wait
 */
public record Patience(Duration limit) {

    /** For what comes at once on a machine that has nothing else to do. */
    public static final Patience DEFAULT = new Patience(Duration.ofSeconds(30));

    /** So many milliseconds. */
    public static Patience millis(long millis) {
        return new Patience(Duration.ofMillis(millis));
    }

    /**
     * Waits until the condition holds, looking about every half millisecond.
     *
     * @param what is waited for, for the message
     * @throws BrokenRunException where the limit was reached
     */
    public void until(String what, BooleanSupplier condition) throws InterruptedException {
        if (!within(condition)) {
            throw inVain(what);
        }
    }

    /** Waits until the condition holds; false where the limit was reached. */
    public boolean within(BooleanSupplier condition) throws InterruptedException {
        long endNanos = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - endNanos >= 0) {
                return false;
            }
            Thread.sleep(Duration.ofNanos(500_000));
        }
        return true;
    }

    /**
     * Waits on the condition for as long as {@code blocked} holds; false where the limit was reached. To be called with
     * the condition's lock held.
     */
    public boolean await(Condition condition, BooleanSupplier blocked) throws InterruptedException {
        long left = limit.toNanos();
        while (blocked.getAsBoolean()) {
            if (left <= 0) {
                return false;
            }
            left = condition.awaitNanos(left);
        }
        return true;
    }

    /** What to throw after a wait in vain. */
    public BrokenRunException inVain(String what) {
        return new BrokenRunException(
                "waited-in-vain", "waited %d ms in vain for %s".formatted(limit.toMillis(), what));
    }
}
