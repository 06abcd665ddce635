package io.fluxlab.comparison;

import io.fluxlab.load.Load;
import io.fluxlab.parameter.GivenParameters;
import io.fluxlab.parameter.Param;
import io.fluxlab.parameter.Schema;
import io.fluxlab.verdict.SameBand;
import io.fluxlab.wording.Language;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What to compare, as data. Immutable. The wire's form is flat, hence the many components: {@link #of} and what follows it
 * say them by name.
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
 * @param warm whether fresh JVMs are one for each lane and round, which play the run until they are warm and then several times
 *     in turn, the median of which counts; null is not
 * @param sameWithin how far two lanes may be from each other and still count as the same, 0.03 for 3 %, which null is
 * @param progress how many tasks a display has room for, which is told now and then how far the run that goes on is; null
 *     is no display
 * @param lang in which language the verdict is given; null is English
 * @param variants what is compared on the one lane in {@code lanes}, in place of lanes; null is nothing
 * @param explain whether it is found out what limits each lane, and tried what may help; null is not
 * @param load how tasks arrive in each run; null is all at once
 * @param placements of a pipeline's stages, which are compared as lanes are, and in place of them; null is none
 */
public record ComparisonRequest(
        @Param("name of the workload") String workload,

        @Param("the workload's parameters") @Nullable Map<String, Object> parameters,

        @Param(value = "ids of the lanes", min = 1, max = 32, unless = "placements")
        List<String> lanes,

        @Param("lane that the others are held against, the first where it is missing") @Nullable
        String baseline,

        @Param(value = "rounds that count, as many as it takes where it is missing", min = 1, max = 10_000) @Nullable
        Integer rounds,

        @Param(value = "rounds before that, which do not count", min = 0, max = 1_000) @Nullable
        Integer warmup,

        @Param(value = "milliseconds after which no new round starts", min = 1, max = 86_400_000) @Nullable
        Long maxTimeMillis,

        @Param(
                value =
                        "milliseconds after which a run is cancelled, what is left of the time and 10,000 at least where it is missing",
                min = 1,
                max = 86_400_000)
        @Nullable
        Long runTimeMillis,

        @Param("seed of the lanes' order and of the statistics, random where it is missing") @Nullable
        Long seed,

        @Param("whether the runs' own events are wanted too") @Nullable
        Boolean runEvents,

        @Param("whether each run has a fresh JVM") @Nullable Boolean isolate,

        @Param("whether fresh JVMs are warmed and play several runs in turn, the median of which counts: with isolate")
        @Nullable
        Boolean warm,

        @Param(
                value =
                        "how far two lanes may be from each other and still count as the same, 0.03 where it is missing",
                least = SameBand.LEAST,
                most = SameBand.MOST)
        @Nullable
        Double sameWithin,

        @Param(
                value = "how many tasks of the run that goes on are shown, some times a second, by run-progress",
                min = 0,
                max = ComparisonRequest.MOST_SHOWN)
        @Nullable
        Integer progress,

        @Param("in which language the verdict is given, English where it is missing") @Nullable
        Language lang,

        @Param(value = "bodies or settings to compare on one lane, in place of lanes", min = 2, max = 32) @Nullable
        List<Variant> variants,

        @Param("whether it is found out what limits each lane, and tried what may help") @Nullable
        Boolean explain,

        @Param("how tasks arrive in each run, all at once where it is missing") @Nullable
        Load load,

        @Param(
                value =
                        "where each stage of the workload's pipeline runs, stage@lane with commas between them, in place of lanes",
                min = 1,
                max = 32)
        @Nullable
        List<String> placements) {

    /** The most tasks that {@code progress} can ask for: no terminal has more rows. */
    public static final int MOST_SHOWN = 200;

    /** Stands for all placements, of which the best is looked for. */
    public static final String BEST = "best";

    /** The fields of a request, for whoever reads one from plain values. */
    public static final Schema<ComparisonRequest> SCHEMA = Schema.of("a comparison request", ComparisonRequest.class);

    public ComparisonRequest {
        parameters = parameters == null ? null : GivenParameters.of(parameters);
        placements = placements == null ? null : List.copyOf(placements);
        @Nullable List<String> given = lanes;
        lanes = given != null ? List.copyOf(given) : placements == null ? List.of() : placements;
        variants = variants == null ? null : List.copyOf(variants);
    }

    /** A comparison of this workload, with its default parameters, on no lane yet. */
    public static ComparisonRequest of(String workload) {
        return new Draft(workload).request();
    }

    /** This request on these lanes. */
    public ComparisonRequest on(String... newLanes) {
        return on(List.of(newLanes));
    }

    /** This request on these lanes. */
    public ComparisonRequest on(List<String> newLanes) {
        return changed(draft -> draft.lanes = newLanes);
    }

    /** This request with these parameters. */
    public ComparisonRequest with(Map<String, Object> newParameters) {
        return changed(draft -> draft.parameters = newParameters);
    }

    /** This request where the other lanes are held against this one; null is the first. */
    public ComparisonRequest baseline(@Nullable String newBaseline) {
        return changed(draft -> draft.baseline = newBaseline);
    }

    /** This request with exactly so many rounds that count, after {@code newWarmup} that do not; null is the default. */
    public ComparisonRequest rounds(@Nullable Integer newRounds, @Nullable Integer newWarmup) {
        return changed(draft -> {
            draft.rounds = newRounds;
            draft.warmup = newWarmup;
        });
    }

    /** This request with no new round after so many milliseconds; null is the default. */
    public ComparisonRequest maxTimeMillis(@Nullable Long newMaxTimeMillis) {
        return changed(draft -> draft.maxTimeMillis = newMaxTimeMillis);
    }

    /** This request, where each run is cancelled after so many milliseconds; null is the default. */
    public ComparisonRequest runTimeMillis(@Nullable Long newRunTimeMillis) {
        return changed(draft -> draft.runTimeMillis = newRunTimeMillis);
    }

    /** This request with this seed. */
    public ComparisonRequest seed(long newSeed) {
        return changed(draft -> draft.seed = newSeed);
    }

    /** This request where lanes count as the same that are no further from each other: 0.03 for 3 %. */
    public ComparisonRequest sameWithin(double newSameWithin) {
        return changed(draft -> draft.sameWithin = newSameWithin);
    }

    /** This request with a fresh JVM for each run. */
    public ComparisonRequest isolated() {
        return changed(draft -> draft.isolate = true);
    }

    /**
     * This request with a fresh JVM for each lane in each round: they are warmed, and play several runs in turn. A round's
     * figure is the median of them, so that what differs from JVM to JVM is in the interval.
     */
    public ComparisonRequest isolatedWarm() {
        return isolated().changed(draft -> draft.warm = true);
    }

    /** This request with the runs' own events. */
    public ComparisonRequest withRunEvents() {
        return changed(draft -> draft.runEvents = true);
    }

    /** This request for a display that has room for so many tasks. */
    public ComparisonRequest withProgress(int tasks) {
        return changed(draft -> draft.progress = tasks);
    }

    /** This request with a verdict in this language. */
    public ComparisonRequest in(Language newLang) {
        return changed(draft -> draft.lang = newLang);
    }

    /** This request for these variants on its one lane; the baseline is the first, or one of them by its name. */
    public ComparisonRequest variants(Variant... newVariants) {
        return variants(List.of(newVariants));
    }

    /** This request for these variants on its one lane. */
    public ComparisonRequest variants(List<Variant> newVariants) {
        return changed(draft -> draft.variants = newVariants);
    }

    /** This request, where it is found out what limits each lane, and tried what may help. */
    public ComparisonRequest explained() {
        return changed(draft -> draft.explain = true);
    }

    /** This request, whose tasks arrive like this in each run: lanes are then judged by a percentile of latencies. */
    public ComparisonRequest under(Load newLoad) {
        return changed(draft -> draft.load = newLoad);
    }

    /** This request for these placements of the workload's stages: {@code fetch@event-loop,parse@parallel}. */
    public ComparisonRequest placements(String... newPlacements) {
        return placements(List.of(newPlacements));
    }

    /** This request for these placements of the workload's stages. */
    public ComparisonRequest placements(List<String> newPlacements) {
        return changed(draft -> {
            draft.placements = newPlacements;
            draft.lanes = draft.lanes.isEmpty() ? newPlacements : draft.lanes;
        });
    }

    /** Whether the placement is to be found among all that there are, of {@code lanes} where they are named. */
    public boolean searchesPlacements() {
        return placements != null && placements.equals(List.of(BEST));
    }

    /** The lanes that were named beside the placements; none where these name them all. */
    public List<String> candidates() {
        return lanes.equals(placements) ? List.of() : lanes;
    }

    /** The names of what is compared: the variants, the placements or the lanes. */
    public List<String> compared() {
        return variants != null
                ? variants.stream().map(Variant::name).toList()
                : placements != null ? placements : lanes;
    }

    private ComparisonRequest changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.request();
    }

    /** A request that is being put together. Not thread-safe. */
    private static final class Draft {
        private final String workload;
        private @Nullable Map<String, Object> parameters;
        private List<String> lanes = List.of();
        private @Nullable String baseline;
        private @Nullable Integer rounds;
        private @Nullable Integer warmup;
        private @Nullable Long maxTimeMillis;
        private @Nullable Long runTimeMillis;
        private @Nullable Long seed;
        private @Nullable Boolean runEvents;
        private @Nullable Boolean isolate;
        private @Nullable Boolean warm;
        private @Nullable Double sameWithin;
        private @Nullable Integer progress;
        private @Nullable Language lang;
        private @Nullable List<Variant> variants;
        private @Nullable Boolean explain;
        private @Nullable Load load;
        private @Nullable List<String> placements;

        Draft(String workload) {
            this.workload = workload;
        }

        Draft(ComparisonRequest request) {
            this(request.workload);
            parameters = request.parameters;
            lanes = request.lanes;
            baseline = request.baseline;
            rounds = request.rounds;
            warmup = request.warmup;
            maxTimeMillis = request.maxTimeMillis;
            runTimeMillis = request.runTimeMillis;
            seed = request.seed;
            runEvents = request.runEvents;
            isolate = request.isolate;
            warm = request.warm;
            sameWithin = request.sameWithin;
            progress = request.progress;
            lang = request.lang;
            variants = request.variants;
            explain = request.explain;
            load = request.load;
            placements = request.placements;
        }

        ComparisonRequest request() {
            return new ComparisonRequest(
                    workload,
                    parameters,
                    lanes,
                    baseline,
                    rounds,
                    warmup,
                    maxTimeMillis,
                    runTimeMillis,
                    seed,
                    runEvents,
                    isolate,
                    warm,
                    sameWithin,
                    progress,
                    lang,
                    variants,
                    explain,
                    load,
                    placements);
        }
    }
}
