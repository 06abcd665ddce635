package io.fluxlab.verdict;

import java.util.List;

/**
 * The lane to use, and why, in one or two sentences. An emulation is a lane to learn from, not one to use: it is left out
 * where there is another.
 */
record Recommendation(String lane, String reason) {
    static Recommendation of(Tally tally, List<LaneVerdict> lanes) {
        List<LaneVerdict> real =
                lanes.stream().filter(lane -> !tally.isEmulation(lane)).toList();
        Choice choice = Choice.of(tally, real.isEmpty() ? lanes : real);
        LaneVerdict baseline = lanes.stream()
                .filter(lane -> lane.outcome() == Outcome.BASELINE)
                .findFirst()
                .orElseThrow();
        return new Recommendation(
                choice.lane().lane(), Reason.of(lanes, baseline, choice, tally) + leftOut(tally, lanes, real, choice));
    }

    private static String leftOut(Tally tally, List<LaneVerdict> lanes, List<LaneVerdict> real, Choice choice) {
        if (real.isEmpty()) {
            return "";
        }
        return lanes.stream()
                .filter(lane -> tally.isEmulation(lane) && Choice.slower(tally, choice.lane(), lane))
                .map(lane -> " " + lane.lane() + " is left out, though faster: it is an emulation.")
                .findFirst()
                .orElse("");
    }
}
