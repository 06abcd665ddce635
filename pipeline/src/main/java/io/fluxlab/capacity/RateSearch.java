package io.fluxlab.capacity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which rate is tried next, for one lane. While steps meet the objectives the rate is doubled, one step at each. From the
 * first rate that is decided as missed, the highest that was met by a step on the way up is decided, too, so that something is
 * known of either side whenever the time is up. Then the geometric middle between the two is tried, with as many steps as a
 * decision takes, until they are no further apart than the resolution. A rate that stays undecided is left between the two, and
 * approached from both sides. Knows no clock and no lane; not thread-safe.
 */
final class RateSearch {

    private static final int GROWTH = 2;

    /** Rates of so many digits are told apart, and read well. */
    private static final MathContext DIGITS = new MathContext(3);

    private final NavigableMap<Double, StepTally> rates = new TreeMap<>();
    private final double first;
    private final double least;
    private final double resolution;
    private double most;
    private OptionalDouble active = OptionalDouble.empty();

    /**
     * A search that has tried nothing.
     *
     * @param first the rate to begin with
     * @param least no lower one is tried
     * @param most no higher one is tried
     * @param resolution how far apart a rate that is met and one that is missed may be at the end: 0.05 for 5 %
     */
    RateSearch(double first, double least, double most, double resolution) {
        this.first = Math.min(first, most);
        this.least = Math.min(least, first);
        this.most = most;
        this.resolution = resolution;
    }

    /** A step at this rate has shown whether the objectives are met. */
    void add(double rate, boolean isMet) {
        rates.computeIfAbsent(rate, key -> new StepTally()).add(isMet);
    }

    /** At this rate not one task has ended well: no other step is needed to know that. */
    void fail(double rate) {
        rates.computeIfAbsent(rate, key -> new StepTally()).rule();
    }

    /** This rate can't be tried, nor a higher one. */
    void refuse(double rate) {
        Double below = rates.lowerKey(rate);
        rates.remove(rate);
        most = below == null ? 0 : below;
        active = OptionalDouble.empty();
    }

    /** The rate that the next step is for; empty where nothing is left to be found. */
    OptionalDouble next() {
        if (active.isEmpty() || decision(active.getAsDouble()) != RateDecision.OPEN) {
            active = choose();
        }
        OptionalDouble chosen = active;
        if (isOnTheWayUp()) {
            active = OptionalDouble.empty(); // one step there is enough to go on
        }
        return chosen;
    }

    private boolean isOnTheWayUp() {
        return lowestMissed() == null;
    }

    private OptionalDouble choose() {
        Double missed = lowestMissed();
        if (missed == null) {
            return higher();
        }
        Double met = highestMet(1);
        if (met == null) {
            return lower(missed);
        }
        if (decision(met) == RateDecision.OPEN) {
            return OptionalDouble.of(met);
        }
        double from = met;
        for (double undecided : between(met, missed)) {
            if (isWide(from, undecided)) {
                return OptionalDouble.of(middle(from, undecided));
            }
            from = undecided;
        }
        return isWide(from, missed) ? OptionalDouble.of(middle(from, missed)) : OptionalDouble.empty();
    }

    /** The highest rate tried, where its steps leave open whether to go on or it is the highest of all; else the next one. */
    private OptionalDouble higher() {
        Entry<Double, StepTally> top = rates.lastEntry();
        if (top == null) {
            return most <= 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(most, round(first)));
        }
        boolean isHighest = top.getKey() >= most;
        RateDecision decision = top.getValue().decision();
        if (decision == RateDecision.OPEN && (isHighest || top.getValue().ahead() <= 0)) {
            return OptionalDouble.of(top.getKey());
        }
        return isHighest ? OptionalDouble.empty() : OptionalDouble.of(Math.min(most, round(GROWTH * top.getKey())));
    }

    private OptionalDouble lower(double missed) {
        double lowest = Math.min(missed, rates.firstKey());
        double next = Math.max(least, round(lowest / GROWTH));
        return lowest <= least || next >= lowest || next > most ? OptionalDouble.empty() : OptionalDouble.of(next);
    }

    private Collection<Double> between(double met, double missed) {
        return rates.subMap(met, false, missed, false).keySet();
    }

    private boolean isWide(double low, double high) {
        double middle = middle(low, high);
        return high / low > 1 + resolution && middle > low && middle < high && middle <= most;
    }

    private static double middle(double low, double high) {
        return round(Math.sqrt(low * high));
    }

    private static double round(double rate) {
        return new BigDecimal(rate).round(DIGITS).doubleValue();
    }

    /** What is known so far of this rate. */
    RateDecision decision(double rate) {
        StepTally tally = rates.get(rate);
        return tally == null ? RateDecision.OPEN : tally.decision();
    }

    /** Where it stands: whether it ends here, or goes on. */
    RateBracket bracket() {
        Double met = highestMet(StepTally.AHEAD);
        Double missed = lowestMissed();
        Double lowest = rates.isEmpty() ? null : rates.firstKey();
        double apart = (1 + resolution) * (1 + resolution); // an undecided rate between the two is as close to either
        return new RateBracket(
                met,
                missed,
                met != null && missed != null && missed / met <= apart,
                met != null && missed == null && met >= most,
                met == null && missed != null && missed.equals(lowest) && missed <= least);
    }

    private @Nullable Double lowestMissed() {
        return rates.entrySet().stream()
                .filter(rate -> rate.getValue().decision() == RateDecision.MISSED)
                .map(Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The highest, below what is missed, at which those steps that met the objectives are so far ahead. */
    private @Nullable Double highestMet(int ahead) {
        Double missed = lowestMissed();
        NavigableMap<Double, StepTally> below = missed == null ? rates : rates.headMap(missed, false);
        return below.descendingMap().entrySet().stream()
                .filter(rate ->
                        rate.getValue().ahead() >= ahead && rate.getValue().decision() != RateDecision.UNDECIDED)
                .map(Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
