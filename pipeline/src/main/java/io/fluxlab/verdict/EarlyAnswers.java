package io.fluxlab.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the lanes whose answer is clear early, so that they need not take the others' time: after some rounds, the 95 % interval
 * says that they take twice as long as the baseline, or more. The baseline itself is one of them where it takes twice as long as
 * any of at least two others. Whoever is still moving is none. Stateless.
 */
final class EarlyAnswers {

    /** So far from 1 no later round brings a ratio into the band that counts as the same. */
    private static final double FAR = 2;

    private static final int LEAST_OTHERS = 2;

    private EarlyAnswers() {}

    static Set<String> of(Tally tally) {
        if (tally.rounds() < StoppingRule.ENOUGH_ROUNDS || !tally.steadiness().isSteady(tally.baseline())) {
            return Set.of();
        }
        List<String> others = tally.lanes().stream()
                .filter(lane -> !lane.equals(tally.baseline()))
                .toList();
        Set<String> slow = others.stream()
                .filter(is(tally, interval -> interval.low() >= FAR))
                .collect(Collectors.toSet());
        List<String> left = others.stream().filter(lane -> !slow.contains(lane)).toList();
        if (left.size() >= LEAST_OTHERS && left.stream().allMatch(is(tally, interval -> interval.high() <= 1 / FAR))) {
            slow.add(tally.baseline());
        }
        return slow;
    }

    /** The lane that those are held against whose answer is still open. */
    static String reference(Tally tally, Set<String> clear) {
        return clear.contains(tally.baseline())
                ? tally.lanes().stream()
                        .filter(lane -> !clear.contains(lane))
                        .min(Comparator.comparingLong(lane -> tally.of(lane).medianNanos()))
                        .orElse(tally.baseline())
                : tally.baseline();
    }

    private static Predicate<String> is(Tally tally, Predicate<Interval> condition) {
        return lane -> {
            Interval interval =
                    tally.of(lane).against(tally.of(tally.baseline())).interval();
            return interval != null && tally.steadiness().isSteady(lane) && condition.test(interval);
        };
    }
}
