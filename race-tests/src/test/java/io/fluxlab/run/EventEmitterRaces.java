package io.fluxlab.run;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIZ_Result;
import org.openjdk.jcstress.infra.results.IZ_Result;

/** The {@link EventEmitter}'s drain: what is wanted and there goes out, one at a time and numbered without gaps. */
final class EventEmitterRaces {

    private EventEmitterRaces() {}

    private static RunSignal.Lossless signal() {
        return new RunSignal.TaskBegins(0, 0, "");
    }

    private static EventEmitter emitter(Receiver receiver) {
        return new EventEmitter(receiver, receiver, task -> "", new RunClock(() -> 0));
    }

    /** Two threads report, and one of them asks for both: (events, the number after the last, in order and told). */
    @JCStressTest
    @Outcome(id = "2, 2, true", expect = Expect.ACCEPTABLE, desc = "both, one after the other")
    @Outcome(expect = Expect.FORBIDDEN, desc = "an event left behind, or two at once")
    @State
    public static class ReportsMeetDemand {
        private final Receiver receiver = new Receiver();
        private final EventEmitter emitter = emitter(receiver);

        @Actor
        public void one() {
            emitter.offer(signal());
        }

        @Actor
        public void other() {
            emitter.request(1);
            emitter.offer(signal());
            emitter.request(1);
        }

        @Arbiter
        public void story(IIZ_Result r) {
            r.r1 = receiver.events();
            r.r2 = (int) receiver.nextSeq();
            r.r3 = receiver.inOrder();
        }
    }

    /** Two want one each of three that wait: nobody gets more. */
    @JCStressTest
    @Outcome(id = "2, 2, true", expect = Expect.ACCEPTABLE, desc = "as many as were asked for")
    @Outcome(expect = Expect.FORBIDDEN, desc = "more, fewer, or two at once")
    @State
    public static class DemandMeetsDemand {
        private final Receiver receiver = new Receiver();
        private final EventEmitter emitter = emitter(receiver);

        public DemandMeetsDemand() {
            emitter.offer(signal());
            emitter.offer(signal());
            emitter.offer(signal());
        }

        @Actor
        public void one() {
            emitter.request(1);
        }

        @Actor
        public void other() {
            emitter.request(1);
        }

        @Arbiter
        public void story(IIZ_Result r) {
            r.r1 = receiver.events();
            r.r2 = (int) receiver.nextSeq();
            r.r3 = receiver.inOrder();
        }
    }

    /** A report meets the cancel: (cancels heard, at most one event and in order). */
    @JCStressTest
    @Outcome(id = "1, true", expect = Expect.ACCEPTABLE, desc = "cancelled once")
    @Outcome(expect = Expect.FORBIDDEN, desc = "cancel lost or doubled")
    @State
    public static class ReportMeetsCancel {
        private final Receiver receiver = new Receiver();
        private final EventEmitter emitter = emitter(receiver);

        public ReportMeetsCancel() {
            emitter.request(Long.MAX_VALUE);
        }

        @Actor
        public void task() {
            emitter.offer(signal());
        }

        @Actor
        public void subscriber() {
            emitter.cancel();
        }

        @Arbiter
        public void story(IZ_Result r) {
            int before = receiver.events();
            emitter.offer(signal());
            r.r1 = receiver.endings();
            r.r2 = receiver.events() == before && before <= 1 && receiver.inOrder();
        }
    }
}
