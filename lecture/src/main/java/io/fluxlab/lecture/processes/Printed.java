package io.fluxlab.lecture.processes;

import io.fluxlab.lecture.processes.PrintProgram.Answer;
import io.fluxlab.lecture.processes.Printout.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What processes that print at the same time left behind.
 *
 * @param moment {@code printed}
 * @param guard what kept them out of each other's lines
 * @param attempts how often they printed until this came out
 * @param processes how many there were
 * @param lines how many lines they printed
 * @param torn how many of them are not as one process alone prints them
 * @param example one of these, null where there is none
 * @param mostInside how many processes were in the middle of a line at the same time, at most
 * @param longestWaitNanos the longest wait for the lock
 */
record Printed(
        String moment,
        Guard guard,
        int attempts,
        int processes,
        int lines,
        int torn,
        @Nullable String example,
        int mostInside,
        long longestWaitNanos) {

    static Printed of(Guard guard, int attempts, List<Answer> answers, Reading reading) {
        return new Printed(
                "printed",
                guard,
                attempts,
                (int) answers.stream().mapToLong(Answer::process).distinct().count(),
                reading.lines().size(),
                reading.torn().size(),
                reading.torn().stream().findFirst().orElse(null),
                reading.mostInside(),
                answers.stream().mapToLong(Answer::longestWaitNanos).max().orElse(0));
    }
}
