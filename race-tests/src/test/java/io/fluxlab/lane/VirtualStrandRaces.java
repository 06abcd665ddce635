package io.fluxlab.lane;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The strand of a {@link VirtualSession}: every command runs, and never two at once. */
final class VirtualStrandRaces {

    private VirtualStrandRaces() {}

    /** Two threads hand in two commands each: (commands run by a plain count, threads made). */
    @JCStressTest
    @Outcome(id = "4, 4", expect = Expect.ACCEPTABLE, desc = "each ran, on a thread of its own, after the one before")
    @Outcome(expect = Expect.FORBIDDEN, desc = "one was left behind, or two ran at once")
    @State
    public static class ExecuteMeetsExecute {
        private int threads;
        private int ran;
        private final Strand strand = new VirtualSession(this::thread, 1).strand();

        @Actor
        public void one() {
            strand.execute(() -> ran++);
            strand.execute(() -> ran++);
        }

        @Actor
        public void other() {
            strand.execute(() -> ran++);
            strand.execute(() -> ran++);
        }

        @Arbiter
        public void count(II_Result r) {
            r.r1 = ran;
            r.r2 = threads;
        }

        /** Runs where it is started: a thread for each state would leave no time for races. */
        private Thread thread(Runnable work) {
            threads++;
            return new Thread(work) {
                @Override
                public void start() {
                    work.run();
                }
            };
        }
    }
}
