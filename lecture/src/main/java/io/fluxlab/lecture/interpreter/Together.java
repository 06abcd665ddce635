package io.fluxlab.lecture.interpreter;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets calls begin only once those compute whom they are to be measured beside. Where that does not come about, because
 * the lane has no room for all at once, one waits for it in vain and nobody else does. Thread-safe.
 */
final class Together {

    private static final long LIMIT_MILLIS = 500;

    private final CountDownLatch missing;
    private volatile boolean inVain;

    Together(int expected) {
        this.missing = new CountDownLatch(expected);
    }

    void arrive() {
        missing.countDown();
    }

    /** Whether all have arrived; waits for them, up to half a second. */
    boolean await() throws InterruptedException {
        boolean all = missing.await(inVain ? 0 : LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        if (!all) {
            inVain = true;
        }
        return all;
    }
}
