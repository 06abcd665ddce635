package io.fluxlab.canary;

import io.fluxlab.measure.Latency;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How unevenly the loops of a server are late: connections stay on their loop, so that the users of one loop wait while all
 * others are served. Immutable.
 *
 * @param latest the loop whose p99 is the longest
 * @param medianP99Nanos the p99 of the loop in the middle, of the calmer one where there are two
 * @param factor how many times as long the latest loop's p99 is
 */
public record LoopSkew(CanaryReading latest, long medianP99Nanos, double factor) {

    /** Among these readings; empty where there are fewer than two loops. */
    public static Optional<LoopSkew> of(List<CanaryReading> readings) {
        List<CanaryReading> loops = readings.stream()
                .filter(reading -> reading.canary() == CanaryKind.LOOP)
                .sorted(Comparator.comparingLong(reading -> reading.latency().p99Nanos()))
                .toList();
        if (loops.size() < 2) {
            return Optional.empty();
        }
        CanaryReading latest = loops.get(loops.size() - 1);
        Latency middle = loops.get((loops.size() - 1) / 2).latency();
        double factor = (double) latest.latency().p99Nanos() / Math.max(1, middle.p99Nanos());
        return Optional.of(new LoopSkew(latest, middle.p99Nanos(), factor));
    }
}
