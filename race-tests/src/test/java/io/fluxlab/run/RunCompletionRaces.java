package io.fluxlab.run;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IJ_Result;

/** {@link RunCompletion} says once that nothing is left to wait for, and with all that there was. */
final class RunCompletionRaces {

    private RunCompletionRaces() {}

    /** The last of the tasks that have started ends while the run is stopped: (how often it was said, items). */
    @JCStressTest
    @Outcome(id = "1, 7", expect = Expect.ACCEPTABLE, desc = "said once, with the items of both")
    @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "never said: the run does not end")
    @Outcome(expect = Expect.FORBIDDEN, desc = "said twice, or too early")
    @State
    public static class EndMeetsStop {
        private volatile int said;
        private volatile long items;
        private final RunCompletion completion = new RunCompletion(8, this::done);

        public EndMeetsStop() {
            completion.ended(1, 3, false);
        }

        private synchronized void done(RunTally tally) {
            said++;
            items = tally.items();
        }

        @Actor
        public void emitter() {
            completion.ended(2, 4, true);
        }

        @Actor
        public void stop() {
            completion.expect(2);
        }

        @Arbiter
        public void count(IJ_Result r) {
            r.r1 = said;
            r.r2 = items;
        }
    }
}
