package io.fluxlab.lecture.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.workload.LooseContext;
import io.fluxlab.workload.RunThreads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrewTest {

    private final LooseContext context = LooseContext.open();

    @AfterEach
    void closeContext() {
        context.close();
    }

    @Test
    void closeEndsThreadsAndSchedulersAlsoWhereThisThreadIsInterrupted() {
        RunThreads threads = RunThreads.now();
        CountDownLatch busy = new CountDownLatch(2);
        try (Crew crew = new Crew()) {
            crew.add("sleeper", () -> sleep(busy));
            crew.start();
            crew.scheduler("scheduled").schedule(() -> sleep(busy));
            Thread.currentThread().interrupt();
        }

        assertThat(Thread.interrupted()).isTrue();
        threads.assertNoneLeft();
    }

    @Test
    void whoHasNotEndedIsNamed() {
        try (Crew crew = new Crew()) {
            crew.add("quick", () -> {});
            crew.add("slow", () -> sleep(new CountDownLatch(1)));
            crew.start();

            assertThatThrownBy(() -> crew.joinAll(Duration.ofMillis(200), context))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessage("slow did not end within 200 ms");
        }
    }

    @Test
    void failureOfAThreadIsFoundAtTheJoin() {
        try (Crew crew = new Crew()) {
            crew.add("failing", () -> {
                throw new IllegalArgumentException("no such point");
            });
            crew.start();

            assertThatThrownBy(() -> crew.joinAll(Duration.ofSeconds(10), context))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no such point");
        }
    }

    private static void sleep(CountDownLatch busy) {
        busy.countDown();
        try {
            Thread.sleep(Duration.ofHours(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the crew is closed
        }
    }
}
