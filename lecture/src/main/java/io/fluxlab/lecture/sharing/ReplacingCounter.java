package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Gap;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** One reference to a count that never changes, replaced only where it still is the one that was read. Thread-safe. */
final class ReplacingCounter implements Counter {

    private static final AtomicReferenceFieldUpdater<ReplacingCounter, Count> COUNT =
            AtomicReferenceFieldUpdater.newUpdater(ReplacingCounter.class, Count.class, "count");

    private final Gap gap;
    private volatile Count count = new Count(0);

    ReplacingCounter(Gap gap) {
        this.gap = gap;
    }

    @Override
    public void increment() {
        Count before;
        do {
            before = count;
            gap.pass();
        } while (!COUNT.compareAndSet(this, before, before.next()));
    }

    @Override
    public long value() {
        return count.value();
    }

    private record Count(long value) {

        Count next() {
            return new Count(value + 1);
        }
    }
}
