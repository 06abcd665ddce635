package io.fluxlab.server.transport;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.Z_Result;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** Whoever comes to a closed {@link DemandGate} passes once it opens: no demand is left waiting. */
final class DemandGateRaces {

    private DemandGateRaces() {}

    /** One comes while the gate opens: whether it passes, now or when it is called. */
    @JCStressTest
    @Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "it passes, or is called to ask again")
    @Outcome(id = "false", expect = Expect.FORBIDDEN, desc = "it stands in line before an open gate")
    @State
    public static class ComingMeetsOpening {
        private volatile boolean open;
        private final DemandGate gate = new DemandGate(() -> open, 8, 1024);
        private final AtomicInteger calls = new AtomicInteger();
        private boolean passed;
        private final DemandGate.Waiter waiter = new DemandGate.Waiter() {
            @Override
            void proceed() {
                calls.incrementAndGet();
            }
        };

        @Actor
        public void stream() {
            passed = gate.passes(waiter);
        }

        @Actor
        public void channel() {
            open = true;
            gate.reopened();
        }

        @Arbiter
        public void count(Z_Result r) {
            r.r1 = passed || calls.get() > 0;
        }
    }

    /** Two ask for items while the gate opens: (items asked of the source, items delivered). */
    @JCStressTest
    @Outcome(id = "3, 3", expect = Expect.ACCEPTABLE, desc = "what was asked for was passed on")
    @Outcome(expect = Expect.FORBIDDEN, desc = "demand was lost or doubled")
    @State
    public static class DemandMeetsOpening implements CoreSubscriber<String>, Subscription {
        private volatile boolean open;
        private final DemandGate gate = new DemandGate(() -> open, 8, 1024);
        private final GatedSubscriber<String> gated = new GatedSubscriber<>(this, gate, String::length);
        private int asked;
        private int delivered;

        public DemandMeetsOpening() {
            gated.onSubscribe(this);
        }

        @Actor
        public void subscriber() {
            gated.request(1);
            gated.request(2);
        }

        @Actor
        public void channel() {
            open = true;
            gate.reopened();
        }

        @Arbiter
        public void count(II_Result r) {
            r.r1 = asked;
            r.r2 = delivered;
        }

        /** The source: emits at once. */
        @Override
        public void request(long n) {
            asked += (int) n;
            for (long i = 0; i < n; i++) {
                gated.onNext("item");
            }
        }

        @Override
        public void cancel() {}

        @Override
        public void onSubscribe(Subscription subscription) {}

        @Override
        public void onNext(String item) {
            delivered++;
        }

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onComplete() {}
    }
}
