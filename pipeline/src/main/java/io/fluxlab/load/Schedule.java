package io.fluxlab.load;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * When each task of a run is due, in nanoseconds from the run's start, in order. Immutable; to be had again from load and
 * seed.
 *
 * <p>A rate that changes is a change of time: where Λ(t) tasks are expected by the time t, the arrivals at 1, 2, 3.. of a
 * process with one a unit come at Λ⁻¹(1), Λ⁻¹(2).. (Çinlar, "Introduction to Stochastic Processes", 1975, chapter 4).
 */
public final class Schedule {

    private static final double NANOS = 1e9;

    private final long[] dueNanos;
    private final long nanos;

    private Schedule(long[] dueNanos, long nanos) {
        this.dueNanos = dueNanos;
        this.nanos = nanos;
    }

    /** The times of this load, which has a duration. */
    static Schedule of(Load load, long seed) {
        Span duration = load.duration();
        if (duration == null) {
            throw new IllegalArgumentException("load must have a duration, had none");
        }
        double seconds = duration.nanos() / NANOS;
        double growth = (load.last() - load.first()) / seconds;
        Arrivals arrivals = load.arrivals() == null ? Arrivals.CONSTANT : load.arrivals();
        DoubleSupplier distances = arrivals.distances(seed);
        double expected = (load.first() + load.last()) / 2 * seconds;
        long[] due = new long[(int) Math.min(Load.MOST_TASKS, expected + 16)];
        int count = 0;
        // evenly spread ones begin at once, so that ten a second for a second are ten
        double at = arrivals == Arrivals.CONSTANT ? 0 : distances.getAsDouble();
        while (at < expected - 1e-9 && count < Load.MOST_TASKS) {
            due = count == due.length ? Arrays.copyOf(due, Math.min(Load.MOST_TASKS, 2 * count)) : due;
            due[count++] = Math.round(NANOS * inverse(at, load.first(), growth));
            at += distances.getAsDouble();
        }
        return new Schedule(Arrays.copyOf(due, count), duration.nanos());
    }

    /** When so many tasks are expected to have arrived, in seconds: t in {@code first·t + growth·t²/2 = tasks}. */
    private static double inverse(double tasks, double first, double growth) {
        return 2 * tasks / (first + Math.sqrt(Math.max(0, first * first + 2 * growth * tasks)));
    }

    /** How many tasks arrive. */
    public int size() {
        return dueNanos.length;
    }

    /** When this one is due. */
    public long dueNanos(int arrival) {
        return dueNanos[arrival];
    }

    /** For how long tasks arrive. */
    public long nanos() {
        return nanos;
    }
}
