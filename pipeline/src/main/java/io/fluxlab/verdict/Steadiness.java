package io.fluxlab.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which lanes of a comparison are steady, and from which round on. Immutable.
 *
 * <p>Lanes are held against one of them, round by round, so that a machine that drifts under all lanes makes none of them
 * unsteady. That one is the baseline, unless it is the baseline that is not steady: then fewer lanes are unsteady against
 * another, or, where there are only two, the other's own times are steady and the baseline's are not.
 *
 * @param reference the lane that the others are held against
 * @param lanes how the others settle against it
 */
record Steadiness(String reference, List<SettlingLane> lanes) {

    /** How the ratio of a lane's times to the reference's settles; the lane's rounds count from {@code from} on. */
    record SettlingLane(String lane, int from, Settling settling) {}

    /** That of a few rounds, which could not show anything else. */
    static Steadiness takenForGranted(String baseline) {
        return new Steadiness(baseline, List.of());
    }

    /** Of these lanes, which have all finished some rounds. */
    static Steadiness of(Map<String, LaneRounds> lanes, String baseline, SameBand band) {
        Steadiness usual = against(baseline, lanes, band);
        return usual.transients() == 0
                ? usual
                : Stream.concat(Stream.of(baseline), lanes.keySet().stream())
                        .map(lane -> against(lane, lanes, band))
                        .min(Comparator.<Steadiness>comparingLong(
                                        found -> found.moving().size())
                                .thenComparingLong(Steadiness::transients)
                                .thenComparing(
                                        found -> rounds(found.reference, lanes).hasMoved(band)))
                        .orElse(usual);
    }

    boolean isSteady(String lane) {
        return find(lane).map(found -> found.settling().settled()).orElse(true);
    }

    /** Whether the lane's times fall against the reference's. */
    boolean getsFaster(String lane) {
        return find(lane).map(found -> found.settling().change() < 0).orElse(false);
    }

    /** The first round of the lane that counts. */
    int from(String lane) {
        return find(lane).map(SettlingLane::from).orElse(0);
    }

    /** The lanes that have not settled. */
    List<SettlingLane> moving() {
        return lanes.stream().filter(lane -> !lane.settling().settled()).toList();
    }

    /** The lanes that have settled after rounds that do not count. */
    List<SettlingLane> late() {
        return lanes.stream()
                .filter(lane -> lane.settling().settled() && lane.settling().transients() > 0)
                .toList();
    }

    private long transients() {
        return (long) moving().size() + late().size();
    }

    private Optional<SettlingLane> find(String lane) {
        return lanes.stream().filter(found -> found.lane().equals(lane)).findFirst();
    }

    private static Steadiness against(String reference, Map<String, LaneRounds> lanes, SameBand band) {
        LaneRounds others = rounds(reference, lanes);
        return new Steadiness(
                reference,
                lanes.entrySet().stream()
                        .filter(lane -> !lane.getKey().equals(reference))
                        .map(lane -> lane.getValue().settling(lane.getKey(), others, band))
                        .toList());
    }

    private static LaneRounds rounds(String lane, Map<String, LaneRounds> lanes) {
        return Objects.requireNonNull(lanes.get(lane));
    }
}
