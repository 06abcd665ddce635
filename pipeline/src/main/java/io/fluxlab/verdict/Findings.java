package io.fluxlab.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison has shown, before it is put into words. Immutable.
 *
 * @param lanes what was found about each lane, in the order in which they were named
 * @param chosen the lane that the figures favour
 * @param missing what is missing to recommend it; null where nothing is
 * @param ground what set it apart
 * @param rival the lane that came closest; null where speed alone decided, or there is no other
 * @param passedOver the lanes that were faster, the fastest first
 * @param band how far two lanes may be from each other and still count as the same
 * @param unsettled the lanes that were not steady to the end
 * @param doubts what speaks against trusting the figures
 * @param samples the raw figures of all rounds
 */
public record Findings(
        List<LaneVerdict> lanes,
        String chosen,
        @Nullable Missing missing,
        Ground ground,
        @Nullable String rival,
        List<PassedOver> passedOver,
        SameBand band,
        Set<String> unsettled,
        List<Doubt> doubts,
        List<LaneSample> samples) {

    public Findings {
        lanes = List.copyOf(lanes);
        passedOver = List.copyOf(passedOver);
        unsettled = Set.copyOf(unsettled);
        doubts = List.copyOf(doubts);
        samples = List.copyOf(samples);
    }

    /** The verdict in these words, with these doubts too. */
    public Verdict in(Wording wording, List<Doubt> more) {
        List<Warning> warnings = Stream.concat(doubts.stream(), more.stream())
                .map(doubt -> new Warning(doubt.code(), wording.warning(doubt)))
                .toList();
        Missing lack = missing;
        return new Verdict(
                lanes,
                lack == null ? chosen : null,
                lack == null ? null : lack.code(),
                ground,
                rival,
                wording.reason(this),
                warnings,
                samples);
    }

    /** What was found, where this is missing for a recommendation. */
    public Findings without(Missing evidence) {
        return new Findings(lanes, chosen, evidence, ground, rival, passedOver, band, unsettled, doubts, samples);
    }

    /** What was found about variants on one lane: that none of them helps says nothing about schedulers. */
    public Findings aboutVariants() {
        return new Findings(
                lanes,
                chosen,
                missing,
                ground,
                rival,
                passedOver,
                band,
                unsettled,
                doubts.stream()
                        .filter(doubt -> !(doubt instanceof Doubt.Waiting))
                        .toList(),
                samples);
    }

    /** Whether work has left the lane, or the baseline, so that nothing is known of the one against the other. */
    public boolean isLeft(LaneVerdict lane) {
        return doubts.stream()
                .anyMatch(doubt -> doubt instanceof Doubt.LeftTheLane left
                        && (left.lanes().contains(lane.lane())
                                || left.lanes().contains(baseline().lane())));
    }

    /** Whether it is waiting that takes the time, and that on every lane. */
    public boolean isWaiting() {
        return doubts.stream().anyMatch(doubt -> doubt instanceof Doubt.Waiting);
    }

    /** What was found about this lane. */
    public LaneVerdict lane(String name) {
        return lanes.stream()
                .filter(lane -> lane.lane().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("lane must be one of those compared, was " + name));
    }

    /** The lane that the others are held against. */
    public LaneVerdict baseline() {
        return lanes.stream()
                .filter(lane -> lane.outcome() == Outcome.BASELINE)
                .findFirst()
                .orElseThrow();
    }

    /** Whether lanes were judged by latencies under load. */
    public boolean isUnderLoad() {
        return lanes.stream().anyMatch(lane -> lane.load() != null);
    }

    /** Whether there are several lanes beside the baseline, and all are as fast as it is, and not speed has decided. */
    public boolean areAllTheSame() {
        return lanes.size() > 2
                && ground != Ground.SPEED
                && lanes.stream()
                        .allMatch(lane -> lane.outcome() == Outcome.BASELINE || lane.outcome() == Outcome.SAME);
    }

    /** The lane to hold against the baseline: the chosen one or, where that is the baseline, what came closest. */
    public LaneVerdict subject() {
        LaneVerdict favourite = lane(chosen);
        if (favourite.outcome() != Outcome.BASELINE) {
            return favourite;
        }
        return rival != null
                ? lane(rival)
                : lanes.stream()
                        .filter(lane -> lane.outcome() != Outcome.BASELINE)
                        .min(Comparator.comparingDouble(lane -> lane.standing().ratio()))
                        .orElseThrow();
    }

    /** How calm the subject is against the baseline; null where one of them had no bystander. */
    public @Nullable Calmness calmness() {
        return Calmness.of(subject(), baseline());
    }

    /** The lane that leaves others calmest. */
    public LaneVerdict calmest() {
        return Choice.calmest(lanes);
    }
}
