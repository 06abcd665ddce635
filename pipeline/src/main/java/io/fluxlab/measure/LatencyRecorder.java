package io.fluxlab.measure;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/**
 * Collects latencies in nanoseconds from any number of threads, to three significant digits.
 *
 * <p>Thread-safe. {@link #record} puts a latency down, and one time in a thousand counts what was put down; snapshots hold
 * it up for no longer than that takes. HdrHistogram's own {@code Recorder} copies whole histograms at each snapshot, which
 * took a third of the CPU time of three hundred runs with four pulses a second. Memory is bounded by the range, at most
 * about 300 kB for each of two histograms, however many latencies there are; those above an hour count as one hour.
 *
 * <p>A latency is to be counted from the time its operation was <em>due</em>, not from the time it was sent, or a stalled
 * loop hides its own stall: the coordinated omission described by Gil Tene in "How NOT to Measure Latency" (2013). The
 * histogram is his HdrHistogram.
 */
public final class LatencyRecorder {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final int MOST_UNCOUNTED = 1000;
    private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);

    private final Uncounted uncounted = new Uncounted();
    private final Histogram sinceInterval = new Histogram(SIGNIFICANT_DIGITS);
    private final Histogram sinceStart = new Histogram(SIGNIFICANT_DIGITS);

    /** Latencies that no histogram holds yet. Thread-safe. */
    private static final class Uncounted {
        private long[] nanos = new long[16];
        private int size;

        /** True where it is time to take them. */
        synchronized boolean add(long more) {
            if (size == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * size);
            }
            nanos[size++] = more;
            return size >= MOST_UNCOUNTED;
        }

        synchronized long[] take() {
            long[] taken = Arrays.copyOf(nanos, size);
            size = 0;
            return taken;
        }
    }

    /** Adds one latency; a negative one, from an operation that was early, counts as 0. */
    public void record(long nanos) {
        if (uncounted.add(Math.clamp(nanos, 0, LONGEST_NANOS))) {
            count();
        }
    }

    /** What was recorded since the previous call, or since the start for the first. */
    public Latency interval() {
        return interval(LongStream.empty());
    }

    /**
     * What was recorded since the previous call, with the times that some have waited who have no answer yet: those count in
     * this interval alone.
     */
    public synchronized Latency interval(LongStream waitingNanos) {
        count();
        waitingNanos.forEach(nanos -> sinceInterval.recordValue(Math.clamp(nanos, 0, LONGEST_NANOS)));
        Latency latency = snapshot(sinceInterval);
        if (latency.count() > 0) { // else it is empty already: a reset clears all that it has grown to
            sinceInterval.reset();
        }
        return latency;
    }

    /** What was recorded since the start; leaves the current interval alone. */
    public synchronized Latency total() {
        count();
        return snapshot(sinceStart);
    }

    private synchronized void count() {
        for (long nanos : uncounted.take()) {
            sinceInterval.recordValue(nanos);
            sinceStart.recordValue(nanos);
        }
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
