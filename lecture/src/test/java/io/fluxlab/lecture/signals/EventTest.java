package io.fluxlab.lecture.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class EventTest {

    private static final int WAITERS = 20;

    private final Event event = new Event();

    @RepeatedTest(50)
    void whoeverWaitedPassesAlsoWhereItIsClearedAtOnce() throws InterruptedException {
        AtomicInteger passed = new AtomicInteger();
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            threads.start(WAITERS, "waiter", () -> passed.addAndGet(event.await(Patience.DEFAULT) ? 1 : 0));
            Patience.DEFAULT.until("all to wait", () -> event.waiting() == WAITERS);

            event.set();
            event.clear();

            threads.join(Patience.DEFAULT);
        }
        assertThat(passed).hasValue(WAITERS);
        assertThat(event.isSet()).isFalse();
    }

    @Test
    void waitingForNoTimeOnlyLooks() throws InterruptedException {
        assertThat(event.await(Patience.millis(0))).isFalse();
        event.set();
        assertThat(event.await(Patience.millis(0))).isTrue();
    }
}
