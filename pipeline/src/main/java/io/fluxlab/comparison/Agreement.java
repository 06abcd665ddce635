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
 */
final class Agreement {

    private final Rule rule;
    private final Map<String, Results> lanes = new LinkedHashMap<>();
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
     * @throws BrokenRunException where that must not be
     */
    void add(String lane, String results) {
        lanes.merge(lane, new Results(results, 1, false), (known, next) -> known.and(next.first()));
        switch (rule) {
            case STRICT -> others(first(), results).ifPresent(other -> fail(first(), results, lane, ""));
            case TOLD ->
                others(first(), results)
                        .ifPresent(other -> disagreement = new Doubt.ResultsDiffer(
                                lanes.keySet().iterator().next(), lane));
            case UNLESS_RANDOM -> lanes.forEach(this::holdOthersTo);
        }
    }

    /**
     * What speaks against holding the figures against each other, at the end.
     *
     * @throws BrokenRunException where results differ, and no lane ran twice to show that this is their nature
     */
    Optional<Doubt> doubt() {
        if (rule == Rule.UNLESS_RANDOM && !lanes.isEmpty()) {
            if (lanes.values().stream().anyMatch(Results::vary)) {
                return Optional.of(new Doubt.ResultsVary());
            }
            lanes.forEach((lane, results) -> others(first(), results.first())
                    .ifPresent(other -> fail(
                            first(),
                            other,
                            lane,
                            "; more rounds would tell whether they are others each time, also on one lane")));
        }
        return Optional.ofNullable(disagreement);
    }

    private void holdOthersTo(String lane, Results results) {
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

    private String first() {
        return lanes.values().iterator().next().first();
    }

    private static Optional<String> others(String expected, String results) {
        return expected.equals(results) ? Optional.empty() : Optional.of(results);
    }

    private void fail(String expected, String results, String lane, String advice) {
        fail(lanes.keySet().iterator().next(), expected, results, lane, advice);
    }

    private static void fail(String one, String expected, String results, String other, String advice) {
        throw new BrokenRunException(
                "results-differ",
                "the lanes disagree on the results: %s on %s, %s on %s%s"
                        .formatted(expected, one, results, other, advice));
    }
}
