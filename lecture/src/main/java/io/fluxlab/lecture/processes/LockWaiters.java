package io.fluxlab.lecture.processes;

import io.fluxlab.lecture.processes.PrintProgram.Answer;
import io.fluxlab.lecture.processes.Printout.Reading;
import java.util.ArrayList;
import java.util.List;

/** The processes that wait for a lock whose holder is killed once all of them wait. Used by one thread. */
final class LockWaiters {

    private final int all;
    private final Runnable killing;
    private final List<Long> wentOnNanos = new ArrayList<>();
    private int waiting;
    private int before;
    private long killedAt;

    LockWaiters(int all, Runnable killing) {
        this.all = all;
        this.killing = killing;
    }

    /** One of them waits, or has had the lock and printed. */
    void hear(Answer answer) {
        if (!answer.waiting()) {
            wentOn();
        } else {
            waiting++;
            if (waiting == all) {
                killedAt = System.nanoTime();
                killing.run();
            }
        }
    }

    private void wentOn() {
        if (waiting < all) {
            before++;
        } else {
            wentOnNanos.add(System.nanoTime() - killedAt);
        }
    }

    Killed report(long process, int exitStatus, Reading reading) {
        return new Killed(
                "killed",
                process,
                exitStatus,
                waiting,
                before,
                wentOnNanos.size(),
                wentOnNanos.stream().mapToLong(Long::longValue).min().orElse(0),
                wentOnNanos.stream().mapToLong(Long::longValue).max().orElse(0),
                reading.torn());
    }
}
