package io.fluxlab.lecture.loops;

import java.util.List;

/** What the coroutines say, and what became of them. Immutable. */
sealed interface CoroutineMoment {

    /**
     * A coroutine prints.
     *
     * @param by which one: {@code calc} or {@code status}
     * @param number the number that it is about
     * @param text what it prints
     * @param thread the thread that it runs on
     */
    record Printed(String by, int number, String text, String thread) implements CoroutineMoment {}

    /**
     * The program is over.
     *
     * @param calcEnded whether {@code calc} came to its end
     * @param statusEnded whether {@code status} came to its end, or had to be told to end
     * @param res the number that {@code status} looks at, at the end
     * @param longestPauseMillis the longest time between two turns of {@code status}, in milliseconds
     * @param threads on which the two have run
     */
    record Ended(boolean calcEnded, boolean statusEnded, int res, double longestPauseMillis, List<String> threads)
            implements CoroutineMoment {}
}
