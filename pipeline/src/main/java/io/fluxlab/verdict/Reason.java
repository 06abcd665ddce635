package io.fluxlab.verdict;

import static io.fluxlab.measure.Durations.readable;

import io.fluxlab.measure.Latency;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the reason for a choice into one or two sentences: how fast and how calm against the baseline, then the ground. */
final class Reason {
    private final List<LaneVerdict> lanes;
    private final LaneVerdict baseline;
    private final Choice choice;
    private final Tally tally;

    private Reason(List<LaneVerdict> lanes, LaneVerdict baseline, Choice choice, Tally tally) {
        this.lanes = lanes;
        this.baseline = baseline;
        this.choice = choice;
        this.tally = tally;
    }

    static String of(List<LaneVerdict> lanes, LaneVerdict baseline, Choice choice, Tally tally) {
        return new Reason(lanes, baseline, choice, tally).sentences();
    }

    private String sentences() {
        if (lanes.size() == 1) {
            return baseline.lane() + " is the only lane, so there was nothing to choose.";
        }
        return (allTheSame() ? allTheSameSpeed() : speedAndCalm()) + ground();
    }

    private boolean allTheSame() {
        return lanes.size() > 2
                && choice.ground() != Choice.Ground.SPEED
                && lanes.stream().allMatch(lane -> lane.equals(baseline) || lane.outcome() == Outcome.SAME);
    }

    private String allTheSameSpeed() {
        return "All " + lanes.size() + " lanes are as fast as " + baseline.lane() + " to within "
                + tally.band().text() + ".";
    }

    private String speedAndCalm() {
        LaneVerdict subject = choice.lane().equals(baseline) ? closest() : choice.lane();
        String opening = choice.lane().equals(baseline) && subject.outcome() == Outcome.SLOWER
                ? baseline.lane() + " is the fastest lane: "
                : "";
        return opening + Speed.of(subject, baseline, tally) + calm(subject) + ".";
    }

    /** The lane to hold against a recommended baseline. */
    private LaneVerdict closest() {
        LaneVerdict rival = choice.rival();
        return rival != null
                ? rival
                : lanes.stream()
                        .filter(lane -> !lane.equals(baseline))
                        .min(Comparator.comparingDouble(lane -> lane.standing().ratio()))
                        .orElseThrow();
    }

    private String calm(LaneVerdict subject) {
        Latency own = subject.bystander();
        Latency others = baseline.bystander();
        if (own == null || others == null) {
            return "";
        }
        boolean inFavour = switch (subject.outcome()) {
            case FASTER, SAME -> true;
            case SLOWER, BASELINE -> false;
            case CANT_TELL -> Speed.onlyRound(subject) && subject.standing().ratio() < 1;
        };
        String figures = "bystander p99 " + against(own, others) + " on " + baseline.lane();
        if (!Calm.asCalmAs(others, own)) {
            return (inFavour ? " and " : " but ")
                    + (Calm.bearable(own) ? "keeps the event loop free: " : "holds the event loop up less: ")
                    + figures;
        } else if (!Calm.asCalmAs(own, others)) {
            return (inFavour ? " but " : " and ") + "holds the event loop up more: " + figures;
        } else {
            return (Calm.bearable(own)
                            ? ", and the event loop is about as free: "
                            : ", and the event loop is held up about as much: ")
                    + figures;
        }
    }

    private String ground() {
        LaneVerdict rival = choice.rival();
        if (rival == null) {
            return "";
        }
        String chosen = choice.lane().lane();
        return switch (choice.ground()) {
            case SPEED -> "";
            case BEARABLE ->
                " " + rival.lane() + " is ruled out, though faster: its bystander waits more than ten times "
                        + "longer than the calmest lane's"
                        + (alreadyToldAgainst(rival)
                                ? "."
                                : ", p99 " + p99(rival.bystander()) + " against "
                                        + p99(Choice.calmest(lanes).bystander()) + ".");
            case CALM ->
                alreadyToldAgainst(rival)
                        ? ""
                        : " " + chosen + " is calmer than " + rival.lane()
                                + ", which was not shown slower: bystander p99 "
                                + p99(choice.lane().bystander()) + " against " + p99(rival.bystander()) + ".";
            case THREADS ->
                " " + chosen + " needs fewer threads than " + rival.lane()
                        + ", which was shown neither slower nor less calm: " + Choice.threads(choice.lane())
                        + " against "
                        + Choice.threads(rival) + ".";
            case ORDER ->
                " Nothing measured sets " + chosen + " apart from " + rival.lane() + ", so "
                        + (choice.lane().equals(baseline) ? "the baseline stays." : "the one named first is taken.");
        };
    }

    private boolean alreadyToldAgainst(LaneVerdict rival) {
        return !allTheSame() && (rival.equals(baseline) || choice.lane().equals(baseline));
    }

    private static String against(Latency own, Latency others) {
        return p99(own) + " against " + p99(others);
    }

    private static String p99(@Nullable Latency latency) {
        return latency == null ? "unknown" : readable(latency.p99Nanos());
    }
}
