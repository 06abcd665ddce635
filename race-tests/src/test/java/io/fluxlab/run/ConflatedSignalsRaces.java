package io.fluxlab.run;

import io.fluxlab.run.RunEvent.TaskProgress;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;

/** Of {@link ConflatedSignals} each is given out or counted as replaced, and the newest comes last. */
final class ConflatedSignalsRaces {

    private ConflatedSignalsRaces() {}

    /** Two are put while some are polled: (given out, replaced, the number after the last). */
    @JCStressTest
    @Outcome(
            id = {"1, 1, 2", "2, 0, 2"},
            expect = Expect.ACCEPTABLE,
            desc = "every one is accounted for")
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost, or numbered wrong")
    @State
    public static class PutMeetsPoll {
        private final ConflatedSignals conflated = new ConflatedSignals();
        private final ConflatedSignals.Place place = new ConflatedSignals.Place();
        private long seq;
        private long given;
        private long newest;

        @Actor
        public void observer() {
            put(1);
            put(2);
        }

        @Actor
        public void emitter() {
            poll();
        }

        @Arbiter
        public void rest(JJJ_Result r) {
            poll();
            poll();
            r.r1 = given;
            r.r2 = conflated.replaced();
            r.r3 = newest == 2 ? seq : -1;
        }

        private void put(long done) {
            conflated.put(place, new RunSignal.Progress(Scene.RUNNING, 0, done, null));
        }

        private void poll() {
            if (conflated.poll(seq) instanceof TaskProgress progress) {
                seq = progress.seq() + 1;
                given++;
                newest = progress.done();
            }
        }
    }
}
