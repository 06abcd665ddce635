package io.fluxlab.lecture.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.workload.RunThreads;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CrewTest {

    private final RunThreads threads = RunThreads.now();

    @Test
    void threadsAreNamedAfterTheirRoles() throws InterruptedException {
        try (Crew crew = new Crew("crew-test")) {
            assertThat(crew.start("reader", () -> {}).getName()).isEqualTo("crew-test-reader");
            crew.join(Patience.DEFAULT);
        }
    }

    @Test
    void whatAThreadThrowsReachesWhoeverJoins() {
        try (Crew crew = new Crew("crew-test")) {
            crew.start("waiter", () -> new CountDownLatch(1).await());
            crew.start("breaker", () -> {
                throw new IOException("no such file");
            });

            assertThatThrownBy(() -> crew.join(Patience.DEFAULT)).hasRootCauseMessage("no such file");
        }
        threads.assertNoneLeft();
    }

    @Test
    void closingEndsWhoeverWaitsAndWhoeverComesLate() {
        Crew crew = new Crew("crew-test");
        crew.start(10, "waiter", () -> new CountDownLatch(1).await());

        crew.close();
        crew.start("late", () -> new CountDownLatch(1).await());

        threads.assertNoneLeft();
    }

    @Test
    void waitInVainHasALimitAndAName() {
        try (Crew crew = new Crew("crew-test")) {
            crew.start("waiter", () -> new CountDownLatch(1).await());

            assertThatThrownBy(() -> crew.join(Patience.millis(1)))
                    .isInstanceOf(BrokenRunException.class)
                    .hasMessage("waited 1 ms in vain for the threads of crew-test to end");
        }
        threads.assertNoneLeft();
    }
}
