package io.fluxlab.comparison;

import io.fluxlab.parameter.GivenParameters;
import io.fluxlab.parameter.Param;
import io.fluxlab.parameter.Schema;
import io.fluxlab.verdict.SameBand;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to compare, as data. Immutable. The wire's form is flat, hence the many components.
 *
 * @param workload the workload's name
 * @param parameters its parameters; null or missing ones are the workload's defaults
 * @param lanes the lanes' names
 * @param baseline the lane that the others are held against; null is the first
 * @param rounds how many rounds count; null is as many as it takes
 * @param warmup how many rounds go before that do not count; null is the default
 * @param maxTimeMillis when to stop at the latest, in milliseconds; null is the default
 * @param seed of the lanes' order and of the statistics; null is a random one
 * @param runEvents whether the runs' own events are wanted too; null is not
 * @param isolate whether each run has a fresh JVM, so that no lane profits or suffers from what others have left; null is
 *     not
 * @param sameWithin how far two lanes may be from each other and still count as the same, 0.03 for 3 %, which null is
 */
public record ComparisonRequest(
        @Param("name of the workload") String workload,

        @Param("the workload's parameters") @Nullable Map<String, Object> parameters,

        @Param(value = "ids of the lanes", min = 1, max = 32)
        List<String> lanes,

        @Param("lane that the others are held against, the first where it is missing") @Nullable
        String baseline,

        @Param(value = "rounds that count, as many as it takes where it is missing", min = 1, max = 10_000) @Nullable
        Integer rounds,

        @Param(value = "rounds before that, which do not count", min = 0, max = 1_000) @Nullable
        Integer warmup,

        @Param(value = "milliseconds after which no new round starts", min = 1, max = 86_400_000) @Nullable
        Long maxTimeMillis,

        @Param("seed of the lanes' order and of the statistics, random where it is missing") @Nullable
        Long seed,

        @Param("whether the runs' own events are wanted too") @Nullable
        Boolean runEvents,

        @Param("whether each run has a fresh JVM") @Nullable Boolean isolate,

        @Param(
                value =
                        "how far two lanes may be from each other and still count as the same, 0.03 where it is missing",
                least = SameBand.LEAST,
                most = SameBand.MOST)
        @Nullable
        Double sameWithin) {

    /** The fields of a request, for whoever reads one from plain values. */
    public static final Schema<ComparisonRequest> SCHEMA = Schema.of("a comparison request", ComparisonRequest.class);

    public ComparisonRequest {
        parameters = parameters == null ? null : GivenParameters.of(parameters);
        lanes = List.copyOf(lanes);
    }

    /** A comparison of this workload, with its default parameters, on no lane yet. */
    public static ComparisonRequest of(String workload) {
        return new ComparisonRequest(workload, null, List.of(), null, null, null, null, null, null, null, null);
    }

    /** The same on these lanes. */
    public ComparisonRequest on(String... newLanes) {
        return new ComparisonRequest(
                workload,
                parameters,
                List.of(newLanes),
                baseline,
                rounds,
                warmup,
                maxTimeMillis,
                seed,
                runEvents,
                isolate,
                sameWithin);
    }

    /** The same with these parameters. */
    public ComparisonRequest with(Map<String, Object> newParameters) {
        return new ComparisonRequest(
                workload,
                newParameters,
                lanes,
                baseline,
                rounds,
                warmup,
                maxTimeMillis,
                seed,
                runEvents,
                isolate,
                sameWithin);
    }

    /** The same with exactly this many rounds that count, after {@code newWarmup} that do not. */
    public ComparisonRequest rounds(int newRounds, int newWarmup) {
        return new ComparisonRequest(
                workload,
                parameters,
                lanes,
                baseline,
                newRounds,
                newWarmup,
                maxTimeMillis,
                seed,
                runEvents,
                isolate,
                sameWithin);
    }

    /** The same with this seed. */
    public ComparisonRequest seed(long newSeed) {
        return new ComparisonRequest(
                workload,
                parameters,
                lanes,
                baseline,
                rounds,
                warmup,
                maxTimeMillis,
                newSeed,
                runEvents,
                isolate,
                sameWithin);
    }

    /** The same where lanes count as the same that are no further from each other: 0.03 for 3 %. */
    public ComparisonRequest sameWithin(double newSameWithin) {
        return new ComparisonRequest(
                workload,
                parameters,
                lanes,
                baseline,
                rounds,
                warmup,
                maxTimeMillis,
                seed,
                runEvents,
                isolate,
                newSameWithin);
    }

    /** The same with a fresh JVM for each run. */
    public ComparisonRequest isolated() {
        return new ComparisonRequest(
                workload,
                parameters,
                lanes,
                baseline,
                rounds,
                warmup,
                maxTimeMillis,
                seed,
                runEvents,
                true,
                sameWithin);
    }

    /** The same with the runs' own events. */
    public ComparisonRequest withRunEvents() {
        return new ComparisonRequest(
                workload, parameters, lanes, baseline, rounds, warmup, maxTimeMillis, seed, true, isolate, sameWithin);
    }
}
