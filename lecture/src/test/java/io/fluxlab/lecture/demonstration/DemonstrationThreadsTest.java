package io.fluxlab.lecture.demonstration;

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

class DemonstrationThreadsTest {

    private final RunThreads runThreads = RunThreads.now();

    @Test
    void threadsHaveTheNamesThatTheyWereGiven() throws InterruptedException {
        Queue<String> names = new ConcurrentLinkedQueue<>();
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            threads.start("reader", () -> names.add(Thread.currentThread().getName()));
            threads.start(2, "writer", () -> names.add(Thread.currentThread().getName()));
            threads.start(new Thread(() -> names.add(Thread.currentThread().getName()), "guest"));
            threads.join(Patience.DEFAULT);
        }

        assertThat(names).containsExactlyInAnyOrder("reader", "writer-1", "writer-2", "guest");
    }

    @Test
    void whatAThreadThrowsEndsTheOthersAndReachesWhoeverJoins() {
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            Thread waiter = threads.start("waiter", DemonstrationThreadsTest::waitForNothing);
            threads.start("breaker", () -> {
                throw new IOException("no such file");
            });

            assertThatThrownBy(() -> threads.join(Patience.DEFAULT)).hasRootCauseMessage("no such file");
            assertThat(waiter.isAlive()).isFalse();
        }
        runThreads.assertNoneLeft();
    }

    @Test
    void whatAGuestThrowsReachesWhoeverJoins() {
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            threads.start(new Thread(() -> {
                throw new IllegalArgumentException("no such point");
            }));

            assertThatThrownBy(() -> threads.join(Patience.DEFAULT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no such point");
        }
    }

    @Test
    void closingEndsThreadsAndSchedulersAlsoWhereThisThreadIsInterrupted() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(2);
        Thread sleeper;
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            sleeper = threads.start("sleeper", () -> sleepOn(busy));
            threads.scheduler("scheduled").schedule(() -> sleepOn(busy));
            Patience.DEFAULT.until("both to be busy", () -> busy.getCount() == 0);
            Thread.currentThread().interrupt();
        }

        assertThat(Thread.interrupted()).isTrue();
        assertThat(sleeper.isAlive()).isFalse();
        runThreads.assertNoneLeft();
    }

    @Test
    void closingAsksAgainWhoeverSwallowsAnInterrupt() {
        AtomicInteger swallowed = new AtomicInteger();
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            threads.start("stubborn", () -> {
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
        runThreads.assertNoneLeft();
    }

    @Test
    void dismissingEndsWhoeverWaitsAndWhoeverComesLate() throws InterruptedException {
        DemonstrationThreads threads = new DemonstrationThreads();
        threads.start(10, "waiter", DemonstrationThreadsTest::waitForNothing);

        threads.dismiss();
        threads.start("late", DemonstrationThreadsTest::waitForNothing);

        threads.join(Patience.DEFAULT);
        assertThat(threads.scheduler("late").isDisposed()).isTrue();
        runThreads.assertNoneLeft();
    }

    @Test
    void waitInVainHasALimitAndNamesWhoHasNotEnded() throws InterruptedException {
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            Thread quick = threads.start("quick", () -> {});
            threads.start("waiter", DemonstrationThreadsTest::waitForNothing);
            quick.join();

            assertThat(threads.joinWithin(Patience.millis(1))).isFalse();
            assertThatThrownBy(() -> threads.join(Patience.millis(1)))
                    .isInstanceOf(BrokenRunException.class)
                    .hasMessage("waited 1 ms in vain for waiter to end");
        }
        runThreads.assertNoneLeft();
    }

    private static void waitForNothing() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void sleepOn(CountDownLatch busy) {
        busy.countDown();
        try {
            waitForNothing();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // all are dismissed
        }
    }
}
