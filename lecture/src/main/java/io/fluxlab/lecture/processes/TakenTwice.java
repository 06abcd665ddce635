package io.fluxlab.lecture.processes;

import io.fluxlab.lecture.processes.PrintProgram.Answer;
import java.util.List;

/**
 * What came of a lock that one process took twice.
 *
 * @param moment {@code taken-twice}
 * @param process id of that process
 * @param other id of another process
 * @param secondTake whether the second time went on at once
 * @param holds how often the process then held the lock
 * @param otherThread whether another thread of the process could take it then
 * @param otherProcess whether the other process could take it then
 * @param afterOne whether the other process could take it when it had been given back once
 * @param afterBoth the same when it had been given back twice
 */
record TakenTwice(
        String moment,
        long process,
        long other,
        boolean secondTake,
        int holds,
        boolean otherThread,
        boolean otherProcess,
        boolean afterOne,
        boolean afterBoth) {

    /** From the answers of {@link Printers#takeTwice}, in that order. */
    static TakenTwice of(List<Answer> answers) {
        Answer secondTake = answers.get(1);
        return new TakenTwice(
                "taken-twice",
                secondTake.process(),
                answers.get(3).process(),
                secondTake.taken(),
                secondTake.holds(),
                answers.get(2).taken(),
                answers.get(3).taken(),
                answers.get(5).taken(),
                answers.get(7).taken());
    }
}
