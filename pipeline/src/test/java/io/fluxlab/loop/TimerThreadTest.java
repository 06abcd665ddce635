package io.fluxlab.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class TimerThreadTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final TimerThread timer = TimerThread.open("test-timer");

    @AfterEach
    void close() {
        timer.close().block(Duration.ofMinutes(1));
    }

    @Test
    void everythingIsDoneOnOneThreadOfItsNameInTheOrderInWhichItIsDue() throws InterruptedException {
        List<String> done = new CopyOnWriteArrayList<>();
        CountDownLatch both = new CountDownLatch(2);
        timer.schedule(Duration.ofMillis(20), () -> note("later", done, both));
        timer.execute(() -> note("now", done, both));
        both.await();

        assertThat(done).containsExactly("now on test-timer", "later on test-timer");
    }

    @Test
    void periodEndsWhenItIsCancelled() {
        AtomicInteger ticks = new AtomicInteger();
        Future<?> ticking = timer.scheduleAtFixedRate(Duration.ofMillis(1), ticks::incrementAndGet);
        await().until(() -> ticks.get() >= 3);

        ticking.cancel(false);

        StepVerifier.create(timer.close()).verifyComplete();
        assertThat(ticking).isCancelled();
    }

    @Test
    void closingDoesWhatIsDueDropsWhatIsNotAndEndsTheThread() throws InterruptedException {
        List<String> done = new CopyOnWriteArrayList<>();
        List<Thread> threads = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        timer.execute(() -> {
            threads.add(Thread.currentThread());
            begun.countDown();
        });
        begun.await();
        timer.schedule(LONG, () -> done.add("not due"));
        timer.execute(() -> done.add("due"));

        StepVerifier.create(timer.close()).verifyComplete();

        assertThat(done).containsExactly("due");
        threads.getFirst().join(Duration.ofMinutes(1));
        assertThat(threads.getFirst().isAlive()).isFalse();
    }

    @RepeatedTest(50)
    void whoHearsOfTheEndIsNotInterrupted() {
        AtomicBoolean interrupted = new AtomicBoolean();

        timer.ended()
                .doOnTerminate(() -> interrupted.set(Thread.currentThread().isInterrupted()))
                .and(timer.close())
                .block(Duration.ofMinutes(1));

        assertThat(interrupted).isFalse();
    }

    @Test
    void whoAsksForTheEndLateIsToldAtOnce() {
        timer.close().block(Duration.ofMinutes(1));

        StepVerifier.create(timer.ended()).verifyComplete();
        StepVerifier.create(timer.close()).verifyComplete();
    }

    @Test
    void nothingIsTakenOnceItIsClosed() {
        timer.close().block(Duration.ofMinutes(1));

        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> timer.execute(() -> {}));
        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> timer.schedule(LONG, () -> {}));
    }

    private static void note(String what, List<String> done, CountDownLatch count) {
        done.add(what + " on " + Thread.currentThread().getName());
        count.countDown();
    }
}
