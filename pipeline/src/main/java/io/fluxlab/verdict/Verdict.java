package io.fluxlab.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a comparison ended. Immutable.
 *
 * @param lanes what was found about each lane, in the order in which they were named; without those that failed
 * @param recommended the lane to use; null where the lab abstains
 * @param abstained what is missing for a recommendation, a code in kebab-case; null where there is one
 * @param ground what set the lane apart that the figures favour; null where a lab of another version does not say
 * @param rival the lane that came closest; null where speed alone decided, or there is no other
 * @param reason why that lane, or what is missing and how it looks so far, in one or a few sentences with figures
 * @param warnings every doubt there is about these figures
 * @param samples the raw figures of all rounds, in the order in which they were measured: the last ones of each lane
 *     count, as many as its standing has rounds
 * @param recommendation what to write; null where the lab abstains, or there is nothing of the kind for the lane
 * @param failures the lanes on which the workload failed, which have no outcome
 * @param behind the lanes that fall behind their load, which have no outcome either
 * @param placements what the stages took in each placement; null where none were compared
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verdict(
        List<LaneVerdict> lanes,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String recommended,
        @Nullable String abstained,
        @Nullable Ground ground,
        @Nullable String rival,
        String reason,
        List<Warning> warnings,
        List<LaneSample> samples,
        @Nullable Recommendation recommendation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LaneFailure> failures,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LaneBehind> behind,
        @Nullable List<PlacementFinding> placements) {
    public Verdict {
        lanes = List.copyOf(lanes);
        warnings = List.copyOf(warnings);
        samples = List.copyOf(samples);
        @Nullable List<LaneFailure> given = failures;
        failures = given == null ? List.of() : List.copyOf(given);
        @Nullable List<LaneBehind> late = behind;
        behind = late == null ? List.of() : List.copyOf(late);
        placements = placements == null ? null : List.copyOf(placements);
    }

    /**
     * How a comparison ended that no lane has figures of, with these doubts: every lane failed, or what is missing is known to
     * be something else.
     */
    public static Verdict ofFailures(
            List<LaneFailure> failures, @Nullable Missing missing, Wording wording, List<Doubt> doubts) {
        return new Verdict(
                List.of(),
                null,
                missing == null ? "failed" : missing.code(),
                null,
                null,
                missing == null
                        ? wording.allFailed(failures)
                        : wording.missing(missing) + " " + wording.failed(failures),
                doubts.stream()
                        .map(doubt -> new Warning(doubt.code(), wording.warning(doubt)))
                        .toList(),
                List.of(),
                null,
                failures,
                List.of(),
                null);
    }

    /** This verdict on the other lanes, where these have failed; the reason says so too. */
    public Verdict beside(List<LaneFailure> failed, Wording wording) {
        return failed.isEmpty()
                ? this
                : new Verdict(
                        lanes,
                        recommended,
                        abstained,
                        ground,
                        rival,
                        reason + " " + wording.failed(failed),
                        warnings,
                        samples,
                        recommendation,
                        failed,
                        behind,
                        placements);
    }

    /** This verdict on the other lanes, where these fall behind; the reason says so, and who holds the loop up under load. */
    public Verdict beside(List<LaneBehind> late, List<LaneSample> lateSamples, Wording wording) {
        String more = wording.behind(late, LoopKeeping.of(lanes, late));
        return new Verdict(
                lanes,
                recommended,
                abstained,
                ground,
                rival,
                Stream.of(reason.strip(), more).filter(text -> !text.isEmpty()).collect(Collectors.joining(" ")),
                warnings,
                Stream.concat(samples.stream(), lateSamples.stream()).toList(),
                recommendation,
                failures,
                late,
                placements);
    }

    /** A verdict that does not say what to write. */
    public Verdict(
            List<LaneVerdict> lanes,
            @Nullable String recommended,
            @Nullable String abstained,
            @Nullable Ground ground,
            @Nullable String rival,
            String reason,
            List<Warning> warnings,
            List<LaneSample> samples) {
        this(lanes, recommended, abstained, ground, rival, reason, warnings, samples, null, List.of(), List.of(), null);
    }

    /** This verdict, where that is to be written for the recommended lane. */
    public Verdict with(Recommendation newRecommendation) {
        return new Verdict(
                lanes,
                recommended,
                abstained,
                ground,
                rival,
                reason,
                warnings,
                samples,
                newRecommendation,
                failures,
                behind,
                placements);
    }

    /** This verdict, where the stages took that; none are no placements. */
    public Verdict with(List<PlacementFinding> newPlacements) {
        return newPlacements.isEmpty()
                ? this
                : new Verdict(
                        lanes,
                        recommended,
                        abstained,
                        ground,
                        rival,
                        reason,
                        warnings,
                        samples,
                        recommendation,
                        failures,
                        behind,
                        newPlacements);
    }

    /** This verdict, whose reason says that, too. */
    public Verdict because(String more) {
        return new Verdict(
                lanes,
                recommended,
                abstained,
                ground,
                rival,
                reason + " " + more,
                warnings,
                samples,
                recommendation,
                failures,
                behind,
                placements);
    }

    /** The placement to look at: the recommended one, else the fastest; null where no placements were compared. */
    public @Nullable PlacementFinding placement() {
        List<PlacementFinding> all = placements;
        if (all == null) {
            return null;
        }
        String lane = recommended != null
                ? recommended
                : lanes.stream()
                        .min(Comparator.comparingDouble(each -> each.standing().ratio()))
                        .map(LaneVerdict::lane)
                        .orElse("");
        return all.stream().filter(each -> each.lane().equals(lane)).findFirst().orElse(null);
    }

    /**
     * The 95 % interval of a lane's median wall time or, under load, latency, in nanoseconds, over the rounds that count; null where there are
     * fewer than two.
     */
    public @Nullable Interval wallNanos(String lane) {
        int counted = lanes.stream()
                .filter(verdict -> verdict.lane().equals(lane))
                .mapToInt(verdict -> verdict.standing().rounds())
                .sum();
        double[] walls = samples.stream()
                .filter(sample -> sample.lane().equals(lane) && !sample.fellBehind())
                .sorted(Comparator.comparingInt(LaneSample::round).reversed())
                .limit(counted)
                .mapToDouble(LaneSample::figureNanos)
                .sorted()
                .toArray();
        return MedianInterval.of(walls);
    }
}
