package io.fluxlab.lecture.puzzle;

import java.util.List;

/** What has become of the threads. Immutable. */
public sealed interface PuzzleOutcome {

    /** Whether it is the fault that the puzzle is about, or another one. */
    default boolean isFault() {
        return switch (this) {
            case Open open -> false;
            case Well well -> false;
            case WrongValue wrong -> true;
            case Deadlock deadlock -> true;
            case NothingToTake nothing -> true;
        };
    }

    /** At least one of them can go on. */
    record Open() implements PuzzleOutcome {}

    /** All have ended, and what they share is as it should be. */
    record Well() implements PuzzleOutcome {}

    /** All have ended, and a variable has another value than after one thread at a time. */
    record WrongValue(String variable, int expected, int found) implements PuzzleOutcome {}

    /** Some have not ended, and none of them can go on. */
    record Deadlock(List<Blocked> threads) implements PuzzleOutcome {
        public Deadlock {
            threads = List.copyOf(threads);
        }
    }

    /** A thread took from a list that is empty. */
    record NothingToTake(int thread, String list) implements PuzzleOutcome {}
}
