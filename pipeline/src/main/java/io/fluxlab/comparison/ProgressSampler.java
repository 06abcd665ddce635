package io.fluxlab.comparison;

import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunSnapshot;
import io.fluxlab.run.RunTracker;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells a display how far a run is, as often as an eye can follow: the display's cost must not depend on how many events
 * the run has. Confined to the run's stream.
 */
final class ProgressSampler {

    static final long PERIOD_NANOS = 100_000_000;

    private final RunTracker tracker;
    private final LongSupplier nanoClock;
    private long toldNanos;

    /** A sampler for a display that has room for so many tasks. */
    ProgressSampler(int tasks, LongSupplier nanoClock) {
        this.tracker = new RunTracker(tasks);
        this.nanoClock = nanoClock;
        this.toldNanos = nanoClock.getAsLong();
    }

    /** Takes in what happened, and tells where it is time to. */
    void accept(RunEvent event, Consumer<RunSnapshot> display) {
        tracker.accept(event);
        long now = nanoClock.getAsLong();
        if (now - toldNanos >= PERIOD_NANOS) {
            toldNanos = now;
            display.accept(tracker.snapshot());
        }
    }
}
