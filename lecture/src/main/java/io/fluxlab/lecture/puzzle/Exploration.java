package io.fluxlab.lecture.puzzle;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * All schedules of a puzzle from one moment on. Immutable.
 *
 * @param moments how many different moments can be reached, the first one included
 * @param schedules how many schedules there are
 * @param failing how many of them end in a fault
 * @param shortest one of the shortest schedules that end in a fault, as indexes of threads
 */
public record Exploration(int moments, BigInteger schedules, BigInteger failing, Optional<List<Integer>> shortest) {

    /** More than any puzzle has: whoever makes a larger one is told, rather than waits. */
    private static final int MOST = 200_000;

    /** Goes through all schedules from the beginning. */
    public static Exploration of(Puzzle puzzle) {
        return from(puzzle, puzzle.beginning());
    }

    /**
     * Goes through all schedules from a moment on: breadth first, so that the first fault that is met is one of the nearest.
     *
     * @throws IllegalArgumentException where there are more than 200,000 moments, or a schedule has no end
     */
    public static Exploration from(Puzzle puzzle, PuzzleState start) {
        Map<PuzzleState, Arrival> arrivals = new LinkedHashMap<>();
        Queue<PuzzleState> open = new ArrayDeque<>(List.of(start));
        arrivals.put(start, new Arrival(Optional.empty(), -1));
        Optional<PuzzleState> fault = Optional.empty();
        while (!open.isEmpty()) {
            PuzzleState moment = open.remove();
            if (fault.isEmpty() && puzzle.outcome(moment).isFault()) {
                fault = Optional.of(moment);
            }
            for (int thread : puzzle.enabled(moment)) {
                PuzzleState next = puzzle.step(moment, thread);
                if (!arrivals.containsKey(next)) {
                    arrivals.put(next, new Arrival(Optional.of(moment), thread));
                    open.add(next);
                }
            }
            if (arrivals.size() > MOST) {
                throw new IllegalArgumentException("moments must be at most " + MOST);
            }
        }
        Counts counts = new Counter(puzzle).count(start);
        return new Exploration(
                arrivals.size(), counts.all(), counts.failing(), fault.map(moment -> path(moment, arrivals)));
    }

    /** Whether no schedule ends in a fault. */
    public boolean isSafe() {
        return failing.signum() == 0;
    }

    private static List<Integer> path(PuzzleState end, Map<PuzzleState, Arrival> arrivals) {
        List<Integer> path = new ArrayList<>();
        Optional<PuzzleState> at = Optional.of(end);
        while (at.isPresent()) {
            Arrival arrival = arrivals.getOrDefault(at.get(), new Arrival(Optional.empty(), -1));
            if (arrival.from().isPresent()) {
                path.add(arrival.thread());
            }
            at = arrival.from();
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }

    private record Arrival(Optional<PuzzleState> from, int thread) {}

    private record Counts(BigInteger all, BigInteger failing) {

        Counts plus(Counts other) {
            return new Counts(all.add(other.all), failing.add(other.failing));
        }
    }

    /** Counts the ways from each moment to an end, once for each moment. */
    private static final class Counter {

        private final Puzzle puzzle;
        private final Map<PuzzleState, Counts> known = new HashMap<>();
        private final Set<PuzzleState> above = new HashSet<>();

        Counter(Puzzle puzzle) {
            this.puzzle = puzzle;
        }

        Counts count(PuzzleState moment) {
            Counts counted = known.get(moment);
            if (counted != null) {
                return counted;
            } else if (!above.add(moment)) {
                throw new IllegalArgumentException("every schedule must have an end");
            }
            List<Integer> enabled = puzzle.enabled(moment);
            boolean fails = puzzle.outcome(moment).isFault();
            Counts counts = enabled.isEmpty()
                    ? new Counts(BigInteger.ONE, fails ? BigInteger.ONE : BigInteger.ZERO)
                    : new Counts(BigInteger.ZERO, BigInteger.ZERO);
            for (int thread : enabled) {
                counts = counts.plus(count(puzzle.step(moment, thread)));
            }
            above.remove(moment);
            known.put(moment, counts);
            return counts;
        }
    }
}
