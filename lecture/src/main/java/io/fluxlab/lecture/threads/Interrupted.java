package io.fluxlab.lecture.threads;

import io.fluxlab.lecture.threads.CtrlC.Main;
import io.fluxlab.lecture.threads.CtrlC.Reaction;
import io.fluxlab.lecture.threads.CtrlC.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a program at Ctrl-C.
 *
 * @param main what its main thread did
 * @param worker what its other thread did
 * @param answer what the program did about the signal
 * @param exitStatus with which it ended: 130 where the signal was the reason, 0 where it came to its own end
 * @param heardOn the thread on which the program's answer ran, null where it had none
 * @param workerRan whether the worker still ran then
 * @param mainInterrupted whether the main thread was interrupted in its join
 * @param workerDone whether the worker came to its own end
 * @param mainEnded whether the main thread came to its own end
 * @param said what it said, in order
 */
record Interrupted(
        Main main,
        Work worker,
        Reaction answer,
        int exitStatus,
        @Nullable String heardOn,
        boolean workerRan,
        boolean mainInterrupted,
        boolean workerDone,
        boolean mainEnded,
        List<String> said) {

    static Interrupted of(CtrlC program, int exitStatus, List<String> said) {
        String heardOn = said.stream()
                .filter(line -> line.startsWith(CtrlCProgram.HEARD_ON))
                .map(line -> line.substring(CtrlCProgram.HEARD_ON.length()))
                .findFirst()
                .orElse(null);
        return new Interrupted(
                program.main(),
                program.worker(),
                program.answer(),
                exitStatus,
                heardOn,
                said.contains(CtrlCProgram.WORKER_RUNS + true),
                said.contains(CtrlCProgram.MAIN_INTERRUPTED),
                said.contains(CtrlCProgram.WORKER_DONE),
                said.contains(CtrlCProgram.MAIN_ENDS),
                said);
    }
}
