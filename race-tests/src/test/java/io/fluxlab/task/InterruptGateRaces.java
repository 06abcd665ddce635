package io.fluxlab.task;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZZ_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Whoever is inside a {@link InterruptGate} knows it, comes out uninterrupted, and is told to stop or has left. */
final class InterruptGateRaces {

    private InterruptGateRaces() {}

    /** One goes through while another one wakes: (knew that it was inside, came out interrupted). */
    @JCStressTest
    @Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "inside to the end, and out without an interrupt")
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost itself, or an interrupt got past the gate")
    @State
    public static class OneWaker {
        private final InterruptGate gate = new InterruptGate();

        @Actor
        public void visitor(ZZ_Result r) {
            gate.enter();
            r.r1 = gate.isInside();
            gate.leave();
            r.r2 = Thread.interrupted();
        }

        @Actor
        public void waker() {
            gate.wake();
        }
    }

    /** One who goes through is woken twice, and goes in again afterwards: (knew that it was inside, interrupted, inside at the end). */
    @JCStressTest
    @Outcome(id = "true, false, false", expect = Expect.ACCEPTABLE, desc = "each visit ends without an interrupt")
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost itself, or an interrupt got past the gate")
    @State
    public static class TwoWakesTwoVisits {
        private final InterruptGate gate = new InterruptGate();

        @Actor
        public void visitor(ZZZ_Result r) {
            gate.enter();
            boolean first = gate.isInside();
            gate.leave();
            boolean interrupted = Thread.interrupted();
            gate.enter();
            r.r1 = first && gate.isInside();
            gate.leave();
            r.r2 = Thread.interrupted() || interrupted;
            r.r3 = gate.isInside();
        }

        @Actor
        public void waker() {
            gate.wake();
            gate.wake();
        }
    }

    /** What is to be done once the visitor is outside, asked for twice: (how often each was done or refused). */
    @JCStressTest
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "each was done once, or nobody was inside")
    @Outcome(expect = Expect.FORBIDDEN, desc = "one was forgotten, or done twice")
    @State
    public static class LastsAreDoneOnce {
        private final InterruptGate gate = new InterruptGate();
        private final AtomicInteger first = new AtomicInteger();
        private final AtomicInteger second = new AtomicInteger();

        @Actor
        public void visitor() {
            gate.enter();
            gate.leave();
        }

        @Actor
        public void waker() {
            if (!gate.wake(first::incrementAndGet)) {
                first.incrementAndGet();
            }
        }

        @Actor
        public void otherWaker() {
            if (!gate.wake(second::incrementAndGet)) {
                second.incrementAndGet();
            }
        }

        @Arbiter
        public void done(II_Result r) {
            r.r1 = first.get();
            r.r2 = second.get();
        }
    }

    /** The agreement of {@link TaskExecution#stop}: the one who stops and the one who comes out can't both leave the end to the other. */
    @JCStressTest
    @Outcome(
            id = {"1", "2"},
            expect = Expect.ACCEPTABLE,
            desc = "someone ends the task")
    @Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "each left it to the other")
    @State
    public static class StopMeetsLeave {
        private final InterruptGate gate = new InterruptGate();
        private volatile boolean stopped;
        private boolean endedInside;
        private boolean endedOutside;

        @Actor
        public void task() {
            gate.enter();
            gate.leave();
            endedInside = stopped;
        }

        @Actor
        public void stop() {
            stopped = true;
            endedOutside = !gate.wake();
        }

        @Arbiter
        public void ends(I_Result r) {
            r.r1 = (endedInside ? 1 : 0) + (endedOutside ? 1 : 0);
        }
    }
}
