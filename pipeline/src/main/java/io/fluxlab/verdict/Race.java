package io.fluxlab.verdict;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which of many lanes run in the next round: successive halving (Jamieson and Talwalkar, "Non-stochastic best arm
 * identification", 2016). Every two rounds the slower half is left out, until a few are left. A lane that was left out and yet
 * not shown to be out of the question comes back then, so that no winner is named that was not shown. The baseline always runs.
 * Not thread-safe.
 */
public final class Race {

    /** Fewer need no race: all of them run in each round. */
    private static final int FEW = 6;

    private static final int FINALISTS = 4;

    /** One round of two lanes has no interval. */
    private static final int ROUNDS_OF_A_HEAT = 2;

    private List<String> running;
    private int roundsOfHeat;
    private boolean isHeat;
    private boolean isOpen;

    /** A race of these lanes. */
    public Race(List<String> lanes) {
        this.running = List.copyOf(lanes);
        this.isHeat = lanes.size() > FEW;
    }

    /** Those that run in the next round. */
    public List<String> running() {
        return running;
    }

    /** Whether lanes are yet to be left out, or a question about one that was is yet to be answered. */
    public boolean isOpen() {
        return isOpen;
    }

    /** A round of those that run has ended. */
    public void roundEnded(Tally tally) {
        roundsOfHeat++;
        List<String> judged = running.stream().filter(tally.lanes()::contains).toList();
        if (isHeat) {
            isOpen = true;
            if (roundsOfHeat >= ROUNDS_OF_A_HEAT) {
                running = better(tally, judged);
                roundsOfHeat = 0;
                isHeat = running.size() > FINALISTS + 1;
            }
            return;
        }
        List<String> unanswered = Evidence.unanswered(tally);
        isOpen = !unanswered.isEmpty();
        running = Stream.concat(judged.stream(), unanswered.stream()).distinct().toList();
    }

    private static List<String> better(Tally tally, List<String> judged) {
        int most = Math.max(FINALISTS, (judged.size() + 1) / 2);
        Set<String> kept = new LinkedHashSet<>(judged.stream()
                .sorted(Comparator.comparingDouble(lane -> tally.ratioToBaseline(lane)))
                .limit(most)
                .toList());
        kept.add(tally.baseline());
        return judged.stream().filter(kept::contains).toList();
    }
}
