package io.fluxlab.comparison;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.verdict.Doubt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds lanes, or variants, to the same results. Not thread-safe.
 *
 * <p>Of code that nobody has promised anything of, two lanes that disagree may each be right: a random number is another each
 * time. There, lanes disagree only where one of them, run twice, gave the same result both times: that one is not random, and
 * whoever gives another result than it does is wrong, be it always or now and then. Where every lane that ran twice contradicts
 * itself, the results are random by nature, and not compared.
 *
 * <p>Only runs of as many tasks are held against each other: where tasks arrive at random, rounds have more of them or fewer.
 */
final class Agreement {

    private final Rule rule;

    /** Of each lane, by the number of tasks. */
    private final Map<Integer, Map<String, Results>> bySize = new LinkedHashMap<>();

    private @Nullable Doubt disagreement;

    /** What is asked of the results. */
    enum Rule {
        /** All must be the same. */
        STRICT,
        /** They must be the same unless they are random by nature. */
        UNLESS_RANDOM,
        /** They may be others, which is told. */
        TOLD;

        /** Of variants, or of lanes; nobody has promised that code of the user's does the same each time. */
        static Rule of(boolean areVariants, int callsInTask) {
            return areVariants ? TOLD : callsInTask > 0 ? UNLESS_RANDOM : STRICT;
        }
    }

    Agreement(Rule rule) {
        this.rule = rule;
    }

    /** What came of a lane's runs: the first one's results, how many there were, and whether another had other results. */
    private record Results(String first, int runs, boolean vary) {

        Results and(String next) {
            return new Results(first, runs + 1, vary || !first.equals(next));
        }

        boolean isSteady() {
            return runs > 1 && !vary;
        }
    }

    /**
     * Takes in what has come of a run.
     *
     * @param tasks how many it had
     * @throws BrokenRunException where that must not be
     */
    void add(String lane, int tasks, String results) {
        Map<String, Results> lanes = bySize.computeIfAbsent(tasks, size -> new LinkedHashMap<>());
        lanes.merge(lane, new Results(results, 1, false), (known, next) -> known.and(next.first()));
        switch (rule) {
            case STRICT -> hold(lanes, lane, results, "");
            case TOLD ->
                others(first(lanes), results)
                        .ifPresent(other -> disagreement = new Doubt.ResultsDiffer(baseline(lanes), lane));
            case UNLESS_RANDOM -> lanes.forEach((each, its) -> holdOthersTo(each, its, lanes));
        }
    }

    /**
     * What speaks against holding the figures against each other, at the end.
     *
     * @throws BrokenRunException where results differ, and no lane ran twice to show that this is their nature
     */
    Optional<Doubt> doubt() {
        if (rule == Rule.UNLESS_RANDOM && !bySize.isEmpty()) {
            if (isRandom()) {
                return Optional.of(new Doubt.ResultsVary());
            }
            bySize.values()
                    .forEach(lanes -> lanes.forEach((lane, results) -> hold(
                            lanes,
                            lane,
                            results.first(),
                            "; more rounds would tell whether they are others each time, also on one lane")));
        }
        return Optional.ofNullable(disagreement);
    }

    /** Where no two rounds had as many tasks, no lane can contradict itself: that lanes do is enough. */
    private boolean isRandom() {
        boolean varies = bySize.values().stream()
                .flatMap(lanes -> lanes.values().stream())
                .anyMatch(Results::vary);
        return varies
                || (bySize.size() > 1
                        && bySize.values().stream()
                                .anyMatch(lanes -> lanes.values().stream()
                                        .anyMatch(results -> !results.first().equals(first(lanes)))));
    }

    private static void hold(Map<String, Results> lanes, String lane, String results, String advice) {
        others(first(lanes), results).ifPresent(other -> fail(baseline(lanes), first(lanes), other, lane, advice));
    }

    private static void holdOthersTo(String lane, Results results, Map<String, Results> lanes) {
        if (results.isSteady()) {
            lanes.forEach((other, its) -> {
                if (its.vary()) {
                    fail(lane, results.first(), "several results", other, "");
                } else if (!its.first().equals(results.first())) {
                    fail(lane, results.first(), its.first(), other, "");
                }
            });
        }
    }

    private static String first(Map<String, Results> lanes) {
        return lanes.values().iterator().next().first();
    }

    private static String baseline(Map<String, Results> lanes) {
        return lanes.keySet().iterator().next();
    }

    private static Optional<String> others(String expected, String results) {
        return expected.equals(results) ? Optional.empty() : Optional.of(results);
    }

    private static void fail(String one, String expected, String results, String other, String advice) {
        throw new BrokenRunException(
                "results-differ",
                "the lanes disagree on the results: %s on %s, %s on %s%s"
                        .formatted(expected, one, results, other, advice));
    }
}
