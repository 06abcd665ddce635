package io.fluxlab.run;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** A slot that the {@link SlotPool} puts aside is woken, and there are as many slots as there may be. */
final class SlotPoolRaces {

    private SlotPoolRaces() {}

    private static int took(int task) {
        return task == TaskQueue.NONE ? 0 : 1;
    }

    /** A slot comes for a task while a paused run goes on: (tasks taken, slots woken). */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "it took a task")
    @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "it was put aside and woken")
    @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "put aside and forgotten: the run never ends")
    @Outcome(id = "1, 1", expect = Expect.FORBIDDEN, desc = "at work twice: more tasks at once than may be")
    @State
    public static class TakeMeetsResume {
        private final Scene scene = Scene.of(4, 1);
        private final Slot slot = scene.spawned();

        public TakeMeetsResume() {
            scene.queue().pause();
        }

        @Actor
        public void slot(II_Result r) {
            r.r1 = took(scene.slots().take(slot));
        }

        @Actor
        public void resume() {
            scene.resume();
        }

        @Arbiter
        public void count(II_Result r) {
            r.r2 = scene.woken();
        }
    }

    /** A slot finds the window of unseen tasks full while the subscriber sees them: (tasks taken, slots woken). */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "it took a task")
    @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "it was put aside and woken")
    @Outcome(expect = Expect.FORBIDDEN, desc = "put aside and forgotten, or at work twice")
    @State
    public static class TakeMeetsDelivery {
        private final Scene scene = Scene.of(TaskQueue.WINDOW + 4, 1);
        private final Slot slot = scene.spawned();

        public TakeMeetsDelivery() {
            for (int i = 0; i < TaskQueue.WINDOW; i++) {
                scene.slots().take(slot);
            }
        }

        @Actor
        public void slot(II_Result r) {
            r.r1 = took(scene.slots().take(slot));
        }

        @Actor
        public void emitter() {
            for (int i = 0; i < TaskQueue.WINDOW; i++) {
                scene.delivered();
            }
        }

        @Arbiter
        public void count(II_Result r) {
            r.r2 = scene.woken();
        }
    }

    /** Of two slots one has to go, when each has come for its next task: slots at work. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "one is left")
    @Outcome(expect = Expect.FORBIDDEN, desc = "both went, or none")
    @State
    public static class TwoMeetLowering {
        private final Scene scene = Scene.of(8, 2);
        private final Slot slot = scene.spawned();
        private final Slot other = scene.spawned();
        private int slotTook;
        private int otherTook;

        @Actor
        public void slot() {
            slotTook = took(scene.slots().take(slot));
        }

        @Actor
        public void other() {
            scene.slots().limitTo(1);
            otherTook = took(scene.slots().take(other));
        }

        @Arbiter
        public void next(I_Result r) {
            int left = slotTook == 1 ? took(scene.slots().take(slot)) : 0;
            left += otherTook == 1 ? took(scene.slots().take(other)) : 0;
            r.r1 = left + scene.woken();
        }
    }

    /** A slot is about to go when there may be two again: slots at work beside the other one. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "it stayed, or another one came")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a slot too few, or too many")
    @State
    public static class RetireMeetsRaising {
        private final Scene scene = Scene.of(8, 2);
        private final Slot slot = scene.spawned();
        private int slotTook;

        public RetireMeetsRaising() {
            scene.spawned();
            scene.slots().limitTo(1);
        }

        @Actor
        public void slot() {
            slotTook = took(scene.slots().take(slot));
        }

        @Actor
        public void raise() {
            scene.slots().limitTo(2);
        }

        @Arbiter
        public void count(I_Result r) {
            r.r1 = slotTook + scene.woken();
        }
    }
}
