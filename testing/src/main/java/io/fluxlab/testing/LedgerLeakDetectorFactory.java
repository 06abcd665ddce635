package io.fluxlab.testing;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;

/**
 * Makes leak detectors that write into a ledger instead of a log, so that a leak is seen also where nothing logs.
 * Thread-safe.
 */
final class LedgerLeakDetectorFactory extends ResourceLeakDetectorFactory {
    private final LeakLedger ledger;

    LedgerLeakDetectorFactory(LeakLedger ledger) {
        this.ledger = ledger;
    }

    // The one abstract method is a deprecated one.
    @SuppressWarnings("deprecation")
    @Override
    public <T> ResourceLeakDetector<T> newResourceLeakDetector(
            Class<T> resource, int samplingInterval, long maxActive) {
        return new ResourceLeakDetector<>(resource, samplingInterval) {
            @Override
            protected boolean needReport() {
                return true;
            }

            @Override
            protected void reportTracedLeak(String resourceType, String records) {
                ledger.report(resourceType, records);
            }

            @Override
            protected void reportUntracedLeak(String resourceType) {
                ledger.report(resourceType, "");
            }
        };
    }
}
