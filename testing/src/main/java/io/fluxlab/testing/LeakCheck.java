package io.fluxlab.testing;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class in which a Netty buffer became unreachable without being released. JUnit finds it by itself and
 * makes it before the first test class is initialised, which is when Netty has not yet chosen its leak detector.
 * Thread-safe.
 */
public final class LeakCheck implements AfterAllCallback {
    private static final LeakLedger LEDGER = new LeakLedger();
    private static final long COLLECTION_MILLIS = 5_000;

    static {
        ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new LedgerLeakDetectorFactory(LEDGER));
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        var outermost =
                context.getParent().flatMap(ExtensionContext::getTestClass).isEmpty();
        if (outermost) {
            collectGarbage();
            var leaks = LEDGER.take();
            if (!leaks.isEmpty()) {
                throw new AssertionError(leaks.size() + " leaked: " + String.join("\n", leaks));
            }
        }
    }

    /**
     * Returns when every buffer that was unreachable at the time of the call has been reported. References are
     * enqueued one collection after the other, so those of the first are through when the second's have begun; Netty
     * reports what is enqueued when it tracks the next buffer.
     */
    private static void collectGarbage() throws InterruptedException {
        for (var collection = 0; collection < 2; collection++) {
            var queue = new ReferenceQueue<Object>();
            var sentinel = new WeakReference<>(new Object(), queue);
            System.gc();
            if (!sentinel.equals(queue.remove(COLLECTION_MILLIS))) {
                throw new AssertionError("no garbage collection within " + COLLECTION_MILLIS + " ms");
            }
        }
        PooledByteBufAllocator.DEFAULT.buffer(1).release();
    }
}
