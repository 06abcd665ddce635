package io.fluxlab.lecture.threads;

import java.util.List;

/**
 * How a program ended, by what it said on the way.
 *
 * @param carrier what it gave its work to
 * @param forgotten what it forgot
 * @param daemon whether the thread that did the work was a daemon
 * @param begun whether the work began
 * @param done whether the work came to its result
 * @param mainEnded whether {@code main} reached its end
 * @param doneBeforeMain whether the result was there when {@code main} reached its end
 * @param exitStatus the program's exit status
 * @param said what it said, in order
 */
record Ending(
        Carrier carrier,
        Forgotten forgotten,
        boolean daemon,
        boolean begun,
        boolean done,
        boolean mainEnded,
        boolean doneBeforeMain,
        int exitStatus,
        List<String> said) {

    static Ending of(Carrier carrier, Slip slip, ChildJvm.Exit exit) {
        List<String> said = exit.lines();
        int done = said.indexOf(ForgottenProgram.DONE);
        int end = said.indexOf(ForgottenProgram.MAIN_ENDS);
        return new Ending(
                carrier,
                slip.forgotten(),
                slip.daemon(),
                said.contains(ForgottenProgram.BEGUN),
                done >= 0,
                end >= 0,
                done >= 0 && done < end,
                exit.status(),
                said);
    }
}
