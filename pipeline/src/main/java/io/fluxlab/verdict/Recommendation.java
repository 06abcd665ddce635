package io.fluxlab.verdict;

import java.util.List;

/** The lane to use, and why, in one or two sentences. */
record Recommendation(String lane, String reason) {
    static Recommendation of(Tally tally, List<LaneVerdict> lanes) {
        Choice choice = Choice.of(tally, lanes);
        LaneVerdict baseline = lanes.stream()
                .filter(lane -> lane.outcome() == Outcome.BASELINE)
                .findFirst()
                .orElseThrow();
        return new Recommendation(choice.lane().lane(), Reason.of(lanes, baseline, choice));
    }
}
