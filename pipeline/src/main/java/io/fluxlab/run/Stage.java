package io.fluxlab.run;

import io.fluxlab.claim.Lease;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.loop.Bystander;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.TimerThread;
import java.util.Optional;

/** What a run plays on: its loops, its lane's schedulers, the bystander where there is one; and the right to it all. */
record Stage(Loops loops, LaneSession session, Optional<Bystander> bystander, Lease lease) {

    HomeLoop home() {
        return loops.home();
    }

    TimerThread observer() {
        return loops.observer();
    }
}
