package io.fluxlab.lecture.green;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SleepingThreadsTest {

    private static final int COUNT = 1_000;
    private static final String NAME = "sleeper-to-be-waited-for-";

    private final SleepingThreads sleepers =
            new SleepingThreads(Thread.ofPlatform().daemon().name(NAME, 0), COUNT, Duration.ofHours(1));

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void closingWaitsUntilAllThreadsAreGone() {
        startAll();

        sleepers.close();

        assertThat(alive()).isEmpty();
    }

    @Test
    void closingWaitsAlsoOnAThreadThatIsInterruptedAndLeavesItSo() {
        startAll();
        Thread.currentThread().interrupt();

        sleepers.close();

        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(alive()).isEmpty();
    }

    private void startAll() {
        for (int i = 0; i < COUNT; i++) {
            sleepers.start();
        }
        assertThat(alive()).hasSize(COUNT);
    }

    private static Set<Thread> alive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(NAME))
                .collect(Collectors.toSet());
    }
}
