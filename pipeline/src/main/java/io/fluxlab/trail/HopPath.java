package io.fluxlab.trail;

import io.fluxlab.measure.Durations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of a subscription from thread to thread, from where it was subscribed to where its last signal came. Immutable.
 *
 * @param tasks how many tasks went this way, on threads of these names but for their numbers
 * @param stops the threads on the way; their figures are those of all these tasks
 */
public record HopPath(int tasks, List<Stop> stops) {

    public HopPath {
        stops = List.copyOf(stops);
    }

    /**
     * A thread on the way. Immutable.
     *
     * @param thread its name; where there were several tasks, that of one of them
     * @param via the operator that led there, such as {@code publishOn}; null for the first, and {@code ?} where it was
     *     none of Reactor's
     * @param nanos how long it was busy with this, in nanoseconds
     * @param items how many items arrived there at the end of all operators
     */
    public record Stop(String thread, @Nullable String via, long nanos, long items) {

        private Stop plus(Stop other) {
            return new Stop(thread, via, nanos + other.nanos, items + other.items);
        }
    }

    /** What paths have in common that differ in the numbers of threads only. */
    String shape() {
        if (stops.size() == 1) {
            return ThreadNames.groupOf(stops.get(0).thread());
        }
        StringBuilder shape = new StringBuilder();
        stops.forEach(stop -> shape.append(stop.via())
                .append('>')
                .append(ThreadNames.groupOf(stop.thread()))
                .append('>'));
        return shape.toString();
    }

    /** This and another path of the same shape. */
    HopPath plus(HopPath other) {
        List<Stop> sum = new ArrayList<>(stops.size());
        for (int i = 0; i < stops.size(); i++) {
            sum.add(stops.get(i).plus(other.stops.get(i)));
        }
        return new HopPath(tasks + other.tasks, sum);
    }

    /** The path in a line: {@code main (0.1 ms) ─subscribeOn→ boundedElastic-3 (2 ms, 5 items)}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        for (Stop stop : stops) {
            if (stop.via() != null) {
                line.append(" ─").append(stop.via()).append("→ ");
            }
            line.append(stop.thread()).append(" (").append(Durations.readable(stop.nanos()));
            if (stop.items() > 0) {
                line.append(", ").append(stop.items()).append(stop.items() == 1 ? " item" : " items");
            }
            line.append(')');
        }
        return line.toString();
    }
}
