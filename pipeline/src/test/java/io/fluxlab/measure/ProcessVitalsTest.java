package io.fluxlab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessVitalsTest {

    private final CountDownLatch end = new CountDownLatch(1);

    @BeforeEach
    void platformTells() {
        assumeTrue(ProcessVitals.now().accounts() != null);
    }

    @AfterEach
    void end() {
        end.countDown();
    }

    @Test
    void oneRunAmongFewThreadsHasTheAccountsOfAll() {
        assertThat(ProcessVitals.amongOthers().accounts()).isNotNull();
    }

    @Test
    void oneRunAmongManyThreadsGoesWithoutAccountsAndStillHasItsCpuTime() throws InterruptedException {
        ProcessVitals start = ProcessVitals.now();
        List<Thread> many = Stream.generate(() -> Thread.ofPlatform().start(this::awaitEnd))
                .limit(300)
                .toList();

        ProcessVitals.Used amongOthers = ProcessVitals.amongOthers().since(start);
        ProcessVitals.Used alone = ProcessVitals.now().since(start);

        assertThat(amongOthers.contextSwitches()).isNull();
        assertThat(amongOthers.cpuNanos()).isNotNegative();
        assertThat(alone.contextSwitches()).isGreaterThanOrEqualTo(300);
        end.countDown();
        for (Thread each : many) {
            each.join();
        }
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
