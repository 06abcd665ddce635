package io.fluxlab.lecture.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.lecture.team.Team;
import io.fluxlab.workload.LooseContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedSemaphoreTest {

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
        try (LooseContext context = LooseContext.open();
                Team team = new Team()) {
            for (int i = 0; i < 8; i++) {
                team.add("guest", () -> visit(semaphore, inside, most));
            }
            team.start();
            team.joinAll(Duration.ofSeconds(60), context);
        }

        assertThat(most).hasValueLessThanOrEqualTo(3);
        assertThat(semaphore.availablePermits()).isEqualTo(3);
    }

    private static void visit(BoundedSemaphore semaphore, AtomicInteger inside, AtomicInteger most) {
        for (int i = 0; i < 20_000; i++) {
            try {
                semaphore.acquire();
            } catch (InterruptedException e) {
                throw new IllegalStateException("the test is over", e);
            }
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            inside.decrementAndGet();
            semaphore.release();
        }
    }
}
