package io.fluxlab.jfr;

import java.util.concurrent.atomic.AtomicBoolean;

/** What the flight recorder is told of a lane's turn in a round. Begins when it is made; told by one thread, ended by any. */
public final class RecordedRound {

    private final RoundJfrEvent event = new RoundJfrEvent();
    private final AtomicBoolean isOver = new AtomicBoolean();

    private RecordedRound() {
        event.begin();
    }

    /** A turn that begins now. */
    public static RecordedRound begun() {
        return new RecordedRound();
    }

    /** The id of its run, which is the comparison's. */
    public void isOf(String run) {
        event.run = run;
    }

    /** It is over; only the first end counts. */
    public void end(String lane, int round, boolean warmup) {
        if (isOver.compareAndSet(false, true) && event.shouldCommit()) {
            event.lane = lane;
            event.round = round;
            event.warmup = warmup;
            event.commit();
        }
    }
}
