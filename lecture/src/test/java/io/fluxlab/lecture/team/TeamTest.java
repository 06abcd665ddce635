package io.fluxlab.lecture.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.workload.LooseContext;
import io.fluxlab.workload.RunThreads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamTest {

    private final LooseContext context = LooseContext.open();

    @AfterEach
    void closeContext() {
        context.close();
    }

    @Test
    void closeEndsThreadsAndSchedulersAlsoWhereThisThreadIsInterrupted() {
        RunThreads threads = RunThreads.now();
        CountDownLatch busy = new CountDownLatch(2);
        try (Team team = new Team()) {
            team.add("sleeper", () -> sleep(busy));
            team.start();
            team.scheduler("scheduled").schedule(() -> sleep(busy));
            Thread.currentThread().interrupt();
        }

        assertThat(Thread.interrupted()).isTrue();
        threads.assertNoneLeft();
    }

    @Test
    void whoHasNotEndedIsNamed() {
        try (Team team = new Team()) {
            team.add("quick", () -> {});
            team.add("slow", () -> sleep(new CountDownLatch(1)));
            team.start();

            assertThatThrownBy(() -> team.joinAll(Duration.ofMillis(200), context))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessage("slow did not end within 200 ms");
        }
    }

    @Test
    void failureOfAThreadIsFoundAtTheJoin() {
        try (Team team = new Team()) {
            team.add("failing", () -> {
                throw new IllegalArgumentException("no such point");
            });
            team.start();

            assertThatThrownBy(() -> team.joinAll(Duration.ofSeconds(10), context))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no such point");
        }
    }

    private static void sleep(CountDownLatch busy) {
        busy.countDown();
        try {
            Thread.sleep(Duration.ofHours(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the team is closed
        }
    }
}
