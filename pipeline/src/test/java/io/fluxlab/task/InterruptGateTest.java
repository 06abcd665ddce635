package io.fluxlab.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The gate where it can be seen standing still; the races are in {@code race-tests}. */
class InterruptGateTest {

    private final InterruptGate gate = new InterruptGate();

    @Test
    void isEmptyUntilSomeoneEnters() {
        assertThat(gate.isInside()).isFalse();
        assertThat(gate.wake()).isFalse();
        gate.leave();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void whoWakesItselfIsNotInterrupted() {
        gate.enter();

        assertThat(gate.isInside()).isTrue();
        assertThat(gate.wake()).isTrue();

        gate.leave();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whoeverWasWokenLeavesUninterrupted() throws InterruptedException {
        Visitor visitor = new Visitor(gate, () -> {});
        visitor.start();
        visitor.inside.await();

        assertThat(gate.wake()).isTrue();
        visitor.goOn.countDown();
        visitor.join();

        assertThat(visitor.sawItselfInside).isTrue();
        assertThat(visitor.cameOutInterrupted).isFalse();
        assertThat(gate.wake()).isFalse();
    }

    @Test
    void whoeverIsBeingWokenIsStillInside() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Visitor visitor = new Visitor(gate, asked::countDown);
        visitor.whileInterrupting = () -> {
            visitor.goOn.countDown();
            awaitQuietly(asked);
            awaitQuietly(visitor.answered); // in vain, where the visitor waits for the interrupt
        };
        visitor.start();
        visitor.inside.await();

        assertThat(gate.wake()).isTrue();
        visitor.join();

        assertThat(visitor.sawItselfInside).isTrue();
        assertThat(visitor.cameOutInterrupted).isFalse();
    }

    @SuppressWarnings("ResultOfMethodCallIgnored")
    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes in, asks whether it is inside, and comes out. */
    private static final class Visitor extends Thread {
        private final CountDownLatch inside = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CountDownLatch answered = new CountDownLatch(1);
        private final AtomicBoolean sawItselfInside = new AtomicBoolean();
        private final AtomicBoolean cameOutInterrupted = new AtomicBoolean();
        private final InterruptGate gate;
        private final Runnable beforeAsking;
        private volatile Runnable whileInterrupting = () -> {};

        Visitor(InterruptGate gate, Runnable beforeAsking) {
            this.gate = gate;
            this.beforeAsking = beforeAsking;
        }

        @Override
        public void run() {
            gate.enter();
            inside.countDown();
            while (goOn.getCount() > 0) {
                Thread.onSpinWait(); // an interrupt is not to end this
            }
            beforeAsking.run();
            sawItselfInside.set(gate.isInside());
            answered.countDown();
            gate.leave();
            cameOutInterrupted.set(isInterrupted());
        }

        @Override
        public void interrupt() {
            whileInterrupting.run();
            super.interrupt();
        }
    }
}
