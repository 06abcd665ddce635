package io.fluxlab.lecture.threads;

import java.util.List;

/**
 * How a program ended, by what it said on the way.
 *
 * @param carrier what it gave its work to
 * @param forgotten what it forgot
 * @param daemon whether the thread or process that did the work was a daemon
 * @param begun whether the work began
 * @param done whether the work came to its result
 * @param mainEnded whether {@code main} reached its end
 * @param doneBeforeMain whether the result was there when {@code main} reached its end
 * @param doneAfterExit whether the result came when the program itself had ended, as only a process can bring it about
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
        boolean doneAfterExit,
        int exitStatus,
        List<String> said) {

    static Ending of(Carrier carrier, ProgramMistake mistake, ChildJvm.Exit ended) {
        List<String> said = ended.lines();
        int done = said.indexOf(ForgottenProgram.DONE);
        int end = said.indexOf(ForgottenProgram.MAIN_ENDS);
        int exit = said.indexOf(ForgottenWork.PROGRAM_ENDED);
        return new Ending(
                carrier,
                mistake.forgotten(),
                mistake.daemon(),
                said.contains(ForgottenProgram.BEGUN),
                done >= 0,
                end >= 0,
                done >= 0 && done < end,
                exit >= 0 && exit < done,
                ended.status(),
                said);
    }
}
