package io.fluxlab.verdict;

import io.fluxlab.canary.CanaryReading;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which lane to use, on what ground, and which lane came closest; {@code rival} is absent where speed alone decided.
 *
 * <p>First go the lanes that work has left, then those that are not steady, unless they are getting faster than all that are.
 * Then go those on which what is harmed most, the bystander or another canary, waits ten times longer than on the calmest
 * lane and over 10 ms, then those shown slower than the fastest that is left. Of the rest the calmest are kept, then those with the fewest threads, and at last
 * the baseline or else the first that was named. Each step keeps ties, so that noise does not decide between equal lanes.
 */
record Choice(
        LaneVerdict lane,
        Ground ground,
        @Nullable LaneVerdict rival,
        List<LaneVerdict> contenders,
        List<PassedOver> passedOver) {
    private static final Comparator<LaneVerdict> BY_TIME =
            Comparator.comparingDouble(lane -> lane.standing().ratio());

    /**
     * The choice from all lanes. An emulation is a lane to learn from, not one to use: it is left out where there is
     * another.
     */
    static Choice of(Tally tally, List<LaneVerdict> all) {
        List<LaneVerdict> real = keep(all, lane -> !tally.isEmulation(lane));
        return all.size() == 1
                ? new Choice(all.get(0), Ground.ONLY, null, all, List.of())
                : among(tally, real.isEmpty() ? all : real, all);
    }

    private static Choice among(Tally tally, List<LaneVerdict> real, List<LaneVerdict> all) {
        List<LaneVerdict> stayed = keep(real, lane -> !tally.isLeft(lane.lane()));
        List<LaneVerdict> lanes = candidates(tally, stayed.isEmpty() ? real : stayed);
        LaneVerdict calmest = calmest(lanes);
        List<LaneVerdict> bearable = keep(lanes, lane -> !Calm.unbearable(lane.harm(), calmest.harm()));
        LaneVerdict fastest = first(bearable, BY_TIME);
        List<LaneVerdict> contenders = keep(bearable, lane -> !slower(tally, lane, fastest));
        LaneVerdict calmestLeft = calmest(contenders);
        List<LaneVerdict> calm = keep(contenders, lane -> Calm.asCalmAs(lane.harm(), calmestLeft.harm()));
        int fewest = calm.stream().mapToInt(Choice::threads).min().orElseThrow();
        List<LaneVerdict> lean = keep(calm, lane -> threads(lane) == fewest);
        LaneVerdict chosen = first(lean, Comparator.comparing(lane -> lane.outcome() != Outcome.BASELINE));

        List<PassedOver> faster = all.stream()
                .filter(lane ->
                        speedUp(tally, lane, chosen) > tally.band().ratios().high())
                .sorted(BY_TIME)
                .map(lane -> new PassedOver(lane, speedUp(tally, lane, chosen), why(tally, lane, lanes, bearable)))
                .toList();
        LaneVerdict quickest = first(lanes, BY_TIME);
        if (!bearable.contains(quickest)
                && faster.stream().anyMatch(each -> each.lane().equals(quickest))) {
            return new Choice(chosen, Ground.BEARABLE, quickest, contenders, faster);
        }
        Optional<LaneVerdict> rival =
                contenders.stream().filter(lane -> !lane.equals(chosen)).min(BY_TIME);
        Ground ground = rival.map(lane ->
                        !calm.contains(lane) ? Ground.CALM : lean.contains(lane) ? Ground.ORDER : Ground.THREADS)
                .orElse(Ground.SPEED);
        return new Choice(chosen, ground, rival.orElse(null), contenders, faster);
    }

    private static double speedUp(Tally tally, LaneVerdict lane, LaneVerdict chosen) {
        return lane.equals(chosen)
                ? 1
                : tally.of(chosen.lane()).against(tally.of(lane.lane())).median();
    }

    private static PassedOver.Why why(
            Tally tally, LaneVerdict lane, List<LaneVerdict> candidates, List<LaneVerdict> bearable) {
        if (tally.isEmulation(lane)) {
            return PassedOver.Why.EMULATION;
        } else if (tally.isLeft(lane.lane())) {
            return PassedOver.Why.LEFT;
        } else if (!candidates.contains(lane)) {
            return PassedOver.Why.UNSETTLED;
        } else {
            return bearable.contains(lane) ? PassedOver.Why.NOT_SHOWN : PassedOver.Why.BYSTANDER;
        }
    }

    /**
     * The lanes that are steady, and of the others those that get faster and are faster already: a longer comparison
     * could not say otherwise of them. All, where none is steady.
     */
    private static List<LaneVerdict> candidates(Tally tally, List<LaneVerdict> all) {
        Steadiness steadiness = tally.steadiness();
        List<LaneVerdict> steady = keep(all, lane -> steadiness.isSteady(lane.lane()));
        if (steady.isEmpty() || steady.size() == all.size()) {
            return all;
        }
        LaneRounds fastest = tally.of(first(steady, BY_TIME).lane());
        return keep(
                all,
                lane -> steady.contains(lane)
                        || (steadiness.getsFaster(lane.lane())
                                && tally.of(lane.lane()).against(fastest).median() < 1));
    }

    /** Whether the rounds show it; a single round shows nothing, but is all there is to go by. */
    static boolean slower(Tally tally, LaneVerdict lane, LaneVerdict fastest) {
        if (lane.equals(fastest)) {
            return false;
        }
        RatioEstimate ratio = tally.of(lane.lane()).against(tally.of(fastest.lane()));
        return ratio.interval() == null
                ? ratio.median() > tally.band().ratios().high()
                : tally.band().outcome(ratio.interval()) == Outcome.SLOWER;
    }

    static int threads(LaneVerdict lane) {
        return lane.cost().peakThreads();
    }

    static LaneVerdict calmest(List<LaneVerdict> lanes) {
        return first(lanes, Comparator.comparingLong(Choice::p99Nanos));
    }

    private static long p99Nanos(LaneVerdict lane) {
        CanaryReading harm = lane.harm();
        return harm == null ? Long.MAX_VALUE : harm.latency().p99Nanos();
    }

    private static List<LaneVerdict> keep(List<LaneVerdict> lanes, Predicate<LaneVerdict> condition) {
        return lanes.stream().filter(condition).toList();
    }

    private static LaneVerdict first(List<LaneVerdict> lanes, Comparator<LaneVerdict> order) {
        return lanes.stream().min(order).orElseThrow();
    }
}
