package io.fluxlab.run;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** What is in an {@link ItemBuffer} is taken once, in order, and a full batch always has someone who takes it. */
final class ItemBufferRaces {

    private ItemBufferRaces() {}

    /** Items are taken while others are added. */
    @JCStressTest
    @Outcome(id = "[1, 2, 3]", expect = Expect.ACCEPTABLE, desc = "all, in order")
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost, doubled or out of order")
    @State
    public static class AddMeetsTake {
        private final ItemBuffer buffer = new ItemBuffer();
        private final List<Object> taken = new ArrayList<>();

        @Actor
        public void body() {
            buffer.add(1);
            buffer.add(2);
            buffer.add(3);
        }

        @Actor
        public void emitter() {
            taken.addAll(buffer.take());
            taken.addAll(buffer.take());
        }

        @Arbiter
        public void rest(L_Result r) {
            taken.addAll(buffer.take());
            r.r1 = taken.toString();
        }
    }

    /**
     * A batch fills up while the emitter, having taken the one before, is about to be done: (the emitter was done, the body
     * had to queue the buffer again).
     */
    @JCStressTest
    @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "done, and queued again by the body")
    @Outcome(id = "false, false", expect = Expect.ACCEPTABLE, desc = "the emitter saw the batch and goes on")
    @Outcome(id = "true, false", expect = Expect.FORBIDDEN, desc = "a full batch that nobody takes")
    @Outcome(id = "false, true", expect = Expect.FORBIDDEN, desc = "queued twice")
    @State
    public static class FullMeetsDone {
        private final ItemBuffer buffer = new ItemBuffer();

        public FullMeetsDone() {
            for (int i = 1; i < 2 * ItemBuffer.BATCH; i++) {
                buffer.add(i);
            }
            buffer.announce();
            buffer.take();
        }

        @Actor
        public void body(ZZ_Result r) {
            r.r2 = buffer.add(0) && buffer.announce();
        }

        @Actor
        public void emitter(ZZ_Result r) {
            r.r1 = buffer.isDone();
        }
    }

    /** The body and the observer find the same items waiting: one of them queues the buffer. */
    @JCStressTest
    @Outcome(
            id = {"true, false", "false, true"},
            expect = Expect.ACCEPTABLE,
            desc = "queued once")
    @Outcome(expect = Expect.FORBIDDEN, desc = "queued twice, or never")
    @State
    public static class BodyMeetsObserver {
        private final ItemBuffer buffer = new ItemBuffer();

        public BodyMeetsObserver() {
            for (int i = 1; i < ItemBuffer.BATCH; i++) {
                buffer.add(i);
            }
        }

        @Actor
        public void body(ZZ_Result r) {
            r.r1 = buffer.add(0) && buffer.announce();
        }

        @Actor
        public void observer(ZZ_Result r) {
            r.r2 = buffer.announce();
        }
    }
}
