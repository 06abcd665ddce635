package io.fluxlab.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.diagnosis.Activity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StacksTest {

    private static final String OWN = "com.acme.Orders.save";
    private static final String CONDITION =
            "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.await";
    private static final String PARK = "java.util.concurrent.locks.LockSupport.park";

    @Test
    void whoseOwnCodeWaitsAtAConditionIsHeldBack() {
        assertThat(waiting("java.lang.Object.wait0", "java.lang.Object.wait", OWN))
                .isEqualTo(Activity.HELD_BACK);
        assertThat(waiting(PARK, CONDITION, OWN)).isEqualTo(Activity.HELD_BACK);
    }

    @Test
    void whatTheJdkWaitsForAtAConditionIsItsOwnAffair() {
        assertThat(waiting(PARK, CONDITION, "java.util.concurrent.LinkedBlockingQueue.take", OWN))
                .isEqualTo(Activity.ACQUIRING);
        assertThat(waiting(PARK, CONDITION, "java.util.concurrent.CyclicBarrier.dowait", OWN))
                .isEqualTo(Activity.PARKED);
        assertThat(waiting("java.lang.Object.wait", "java.lang.Thread.join", OWN))
                .isEqualTo(Activity.PARKED);
    }

    @Test
    void whoStartsAProcessWaitsForIt() {
        assertThat(Stacks.activity(
                        Thread.State.RUNNABLE,
                        new StackTraceElement("java.lang.ProcessImpl", "forkAndExec", "ProcessImpl.java", -2),
                        frame(OWN)))
                .isEqualTo(Activity.IO);
    }

    private static Activity waiting(String... frames) {
        return Stacks.activity(
                Thread.State.WAITING,
                Arrays.stream(frames).map(StacksTest::frame).toArray(StackTraceElement[]::new));
    }

    private static StackTraceElement frame(String method) {
        int dot = method.lastIndexOf('.');
        return new StackTraceElement(method.substring(0, dot), method.substring(dot + 1), null, -1);
    }
}
