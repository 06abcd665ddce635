package io.fluxlab.lecture.threads;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** What a {@link ForgottenProcess} runs. It ends early once nobody listens to what it says. */
final class ForgottenWork {

    static final String PROGRAM_ENDED = "program has ended";

    private static final Duration LOOK = Duration.ofMillis(10);

    private ForgottenWork() {}

    /** What {@link #main} takes, where this is the program. */
    static String[] arguments(Forgotten forgotten, int workMillis) {
        long program = ProcessHandle.current().pid();
        return new String[] {forgotten.name(), String.valueOf(program), String.valueOf(workMillis)};
    }

    // tag::work[]
    /**
     * Takes its time. Where nobody waits for it the time counts from the end of the program, so that the work is the longer
     * of the two however busy the machine is.
     */
    public static void main(String[] args) throws InterruptedException {
        Optional<ProcessHandle> program = ProcessHandle.of(Long.parseLong(args[1]));
        ForgottenProgram.say(ForgottenProgram.BEGUN);
        if (Forgotten.valueOf(args[0]) == Forgotten.JOIN) {
            while (program.filter(ProcessHandle::isAlive).isPresent()) {
                pause();
            }
            ForgottenProgram.say(PROGRAM_ENDED);
        }
        long begun = System.nanoTime();
        Duration work = Duration.ofMillis(Integer.parseInt(args[2]));
        while (System.nanoTime() - begun < work.toNanos()) {
            pause();
        }
        ForgottenProgram.say(ForgottenProgram.DONE);
    }
    // end::work[]

    private static void pause() throws InterruptedException {
        if (!ChildJvm.isHeard()) {
            throw new CancellationException("nobody listens any more");
        }
        Thread.sleep(LOOK);
    }
}
