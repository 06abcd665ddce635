package io.fluxlab.measure;

import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * Collects latencies in nanoseconds from any number of threads, to three significant digits.
 *
 * <p>Thread-safe: {@link #record} is wait-free but for the rare growth of the histogram, and snapshots do not hold it
 * up. Memory is bounded by the range, at most about 300 kB for each of its four histograms, however many latencies there
 * are; those above an hour count as one hour.
 *
 * <p>A latency is to be counted from the time its operation was <em>due</em>, not from the time it was sent, or a stalled
 * loop hides its own stall: the coordinated omission described by Gil Tene in "How NOT to Measure Latency" (2013). The
 * histogram is his HdrHistogram.
 */
public final class LatencyRecorder {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);

    private final Recorder recorder = new Recorder(SIGNIFICANT_DIGITS);
    private final Histogram sinceInterval = new Histogram(SIGNIFICANT_DIGITS);
    private final Histogram sinceStart = new Histogram(SIGNIFICANT_DIGITS);
    private @Nullable Histogram spare;

    /** Adds one latency; a negative one, from an operation that was early, counts as 0. */
    public void record(long nanos) {
        recorder.recordValue(Math.clamp(nanos, 0, LONGEST_NANOS));
    }

    /** What was recorded since the previous call, or since the start for the first. */
    public Latency interval() {
        return interval(LongStream.empty());
    }

    /** The same, with the times that some have waited who have no answer yet: those count in this interval alone. */
    public synchronized Latency interval(LongStream waitingNanos) {
        collect();
        waitingNanos.forEach(nanos -> sinceInterval.recordValue(Math.clamp(nanos, 0, LONGEST_NANOS)));
        Latency latency = snapshot(sinceInterval);
        sinceInterval.reset();
        return latency;
    }

    /** What was recorded since the start; leaves the current interval alone. */
    public synchronized Latency total() {
        collect();
        return snapshot(sinceStart);
    }

    private void collect() {
        Histogram fresh = recorder.getIntervalHistogram(spare);
        sinceInterval.add(fresh);
        sinceStart.add(fresh);
        spare = fresh;
    }

    private static Latency snapshot(Histogram histogram) {
        return histogram.getTotalCount() == 0
                ? Latency.NONE
                : new Latency(
                        histogram.getValueAtPercentile(50),
                        histogram.getValueAtPercentile(99),
                        histogram.getMaxValue(),
                        histogram.getTotalCount());
    }
}
