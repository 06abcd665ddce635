package io.fluxlab.lecture.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.workload.RunThreads;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrewTest {

    private final RunThreads threads = RunThreads.now();

    @Test
    void threadsHaveTheNamesThatTheyWereGiven() throws InterruptedException {
        Queue<String> names = new ConcurrentLinkedQueue<>();
        try (Crew crew = new Crew()) {
            crew.start("reader", () -> names.add(Thread.currentThread().getName()));
            crew.start(2, "writer", () -> names.add(Thread.currentThread().getName()));
            crew.start(new Thread(() -> names.add(Thread.currentThread().getName()), "guest"));
            crew.join(Patience.DEFAULT);
        }

        assertThat(names).containsExactlyInAnyOrder("reader", "writer-1", "writer-2", "guest");
    }

    @Test
    void whatAThreadThrowsEndsTheOthersAndReachesWhoeverJoins() {
        try (Crew crew = new Crew()) {
            Thread waiter = crew.start("waiter", CrewTest::waitForNothing);
            crew.start("breaker", () -> {
                throw new IOException("no such file");
            });

            assertThatThrownBy(() -> crew.join(Patience.DEFAULT)).hasRootCauseMessage("no such file");
            assertThat(waiter.isAlive()).isFalse();
        }
        threads.assertNoneLeft();
    }

    @Test
    void whatAGuestThrowsReachesWhoeverJoins() {
        try (Crew crew = new Crew()) {
            crew.start(new Thread(() -> {
                throw new IllegalArgumentException("no such point");
            }));

            assertThatThrownBy(() -> crew.join(Patience.DEFAULT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no such point");
        }
    }

    @Test
    void closingEndsThreadsAndSchedulersAlsoWhereThisThreadIsInterrupted() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(2);
        Thread sleeper;
        try (Crew crew = new Crew()) {
            sleeper = crew.start("sleeper", () -> sleepOn(busy));
            crew.scheduler("scheduled").schedule(() -> sleepOn(busy));
            Patience.DEFAULT.until("both to be busy", () -> busy.getCount() == 0);
            Thread.currentThread().interrupt();
        }

        assertThat(Thread.interrupted()).isTrue();
        assertThat(sleeper.isAlive()).isFalse();
        threads.assertNoneLeft();
    }

    @Test
    void closingAsksAgainWhoeverSwallowsAnInterrupt() {
        AtomicInteger swallowed = new AtomicInteger();
        try (Crew crew = new Crew()) {
            crew.start("stubborn", () -> {
                while (swallowed.get() < 2) {
                    try {
                        waitForNothing();
                    } catch (InterruptedException e) {
                        swallowed.incrementAndGet();
                    }
                }
            });
        }

        assertThat(swallowed).hasValue(2);
        threads.assertNoneLeft();
    }

    @Test
    void dismissingEndsWhoeverWaitsAndWhoeverComesLate() throws InterruptedException {
        Crew crew = new Crew();
        crew.start(10, "waiter", CrewTest::waitForNothing);

        crew.dismiss();
        crew.start("late", CrewTest::waitForNothing);

        crew.join(Patience.DEFAULT);
        assertThat(crew.scheduler("late").isDisposed()).isTrue();
        threads.assertNoneLeft();
    }

    @Test
    void waitInVainHasALimitAndNamesWhoHasNotEnded() throws InterruptedException {
        try (Crew crew = new Crew()) {
            Thread quick = crew.start("quick", () -> {});
            crew.start("waiter", CrewTest::waitForNothing);
            quick.join();

            assertThat(crew.joinWithin(Patience.millis(1))).isFalse();
            assertThatThrownBy(() -> crew.join(Patience.millis(1)))
                    .isInstanceOf(BrokenRunException.class)
                    .hasMessage("waited 1 ms in vain for waiter to end");
        }
        threads.assertNoneLeft();
    }

    private static void waitForNothing() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void sleepOn(CountDownLatch busy) {
        busy.countDown();
        try {
            waitForNothing();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the crew is closed
        }
    }
}
