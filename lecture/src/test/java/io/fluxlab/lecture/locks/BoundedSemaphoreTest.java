package io.fluxlab.lecture.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedSemaphoreTest {

    private static final Patience LONG = new Patience(Duration.ofSeconds(60));

    @Test
    void releaseThatNobodyAcquiredIsRefused() throws Exception {
        BoundedSemaphore semaphore = new BoundedSemaphore(2);
        semaphore.acquire();
        semaphore.release();

        assertThatThrownBy(semaphore::release)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Semaphore released too many times");
        assertThat(semaphore.availablePermits()).isEqualTo(2);
    }

    @Test
    void noReleaseIsRefusedToWhoHasAcquired() throws Exception {
        BoundedSemaphore semaphore = new BoundedSemaphore(3);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            threads.start(8, "guest", () -> visit(semaphore, inside, most));
            threads.join(LONG);
        }

        assertThat(most).hasValueLessThanOrEqualTo(3);
        assertThat(semaphore.availablePermits()).isEqualTo(3);
    }

    private static void visit(BoundedSemaphore semaphore, AtomicInteger inside, AtomicInteger most)
            throws InterruptedException {
        for (int i = 0; i < 20_000; i++) {
            semaphore.acquire();
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            inside.decrementAndGet();
            semaphore.release();
        }
    }
}
