package io.fluxlab.comparison;

import io.fluxlab.diagnosis.Proof;
import io.fluxlab.diagnosis.Proof.Side;
import io.fluxlab.diagnosis.Remedy;
import io.fluxlab.verdict.LaneFailure;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.Standing;
import io.fluxlab.verdict.Tally;
import io.fluxlab.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads off figures whether a remedy helps. Stateless. */
final class Proofs {

    /** Fewer rounds show too little: a proof takes some of its own. */
    private static final int ENOUGH_ROUNDS = 6;

    private Proofs() {}

    /** What rounds that both lanes have been in show; empty where there were too few of them. */
    static Optional<Proof> of(
            Remedy remedy, String lane, int tasks, List<LaneSample> samples, List<LaneFailure> failures) {
        if (remedy.concurrency() != null || remedy.parameters() != null) {
            return Optional.empty();
        }
        Optional<LaneFailure> here = failure(failures, lane);
        Optional<LaneFailure> there = failure(failures, remedy.lane());
        if (here.isPresent() || there.isPresent()) {
            return here.isPresent() && there.isPresent()
                    ? Optional.of(Proof.of(remedy, side(here.get()), side(there.get()), null, null, null))
                    : Optional.empty();
        }
        List<LaneSample> both = samples.stream()
                .filter(sample -> sample.lane().equals(lane) || sample.lane().equals(remedy.lane()))
                .toList();
        if (both.stream().filter(sample -> sample.lane().equals(lane)).count() < ENOUGH_ROUNDS
                || both.stream()
                                .filter(sample -> sample.lane().equals(remedy.lane()))
                                .count()
                        < ENOUGH_ROUNDS) {
            return Optional.empty();
        }
        List<Standing> standings =
                Tally.of(List.of(lane, remedy.lane()), lane, both).standings();
        return Optional.of(of(remedy, side(standings.get(0), tasks), side(standings.get(1), tasks), standings.get(1)));
    }

    /** What a comparison of the lane with the changed one shows. */
    static Proof of(Remedy remedy, String lane, String changed, int tasks, Verdict verdict) {
        Standing before = standing(verdict, lane);
        Standing after = standing(verdict, changed);
        Proof proof = of(
                remedy,
                before == null ? failed(verdict, lane, tasks) : side(before, tasks),
                after == null ? failed(verdict, changed, tasks) : side(after, tasks),
                before == null ? null : after);
        return before != null && after != null && proof.low() == null
                ? proof.needing(FirstRound.neededNanos(before.medianNanos() + after.medianNanos()))
                : proof;
    }

    private static Proof of(Remedy remedy, Side before, Side after, @Nullable Standing standing) {
        return standing == null
                ? Proof.of(remedy, before, after, null, null, null)
                : Proof.of(remedy, before, after, standing.ratio(), standing.low(), standing.high());
    }

    private static Side side(Standing standing, int tasks) {
        return new Side(tasks, 0, standing.medianNanos());
    }

    private static Side side(LaneFailure failure) {
        return new Side(failure.tasks(), failure.failed(), null);
    }

    private static Side failed(Verdict verdict, String lane, int tasks) {
        return failure(verdict.failures(), lane).map(Proofs::side).orElse(new Side(tasks, tasks, null));
    }

    private static Optional<LaneFailure> failure(List<LaneFailure> failures, String lane) {
        return failures.stream().filter(failure -> failure.lane().equals(lane)).findFirst();
    }

    private static @Nullable Standing standing(Verdict verdict, String lane) {
        return verdict.lanes().stream()
                .filter(each -> each.lane().equals(lane))
                .map(each -> each.standing())
                .findFirst()
                .orElse(null);
    }
}
