package io.fluxlab.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1_000_000); // it may run over
    private final Attempts attempts = new Attempts(nanoTime::get);

    @Test
    void theFirstFourAreFreeAndThenEachWaitIsTwiceTheOneBefore() {
        fail(4);
        assertThat(attempts.wait("x")).isZero();
        for (int seconds = 1; seconds <= 64; seconds *= 2) {
            fail(1);
            assertThat(attempts.wait("x")).hasSeconds(seconds);
            pass(Duration.ofSeconds(seconds));
            assertThat(attempts.wait("x")).isZero();
        }
        fail(1);
        assertThat(attempts.wait("x")).hasSeconds(64);
    }

    @Test
    void successIsForgiving() {
        fail(10);
        attempts.succeeded("x");
        fail(4);
        assertThat(attempts.wait("x")).isZero();
    }

    @Test
    void timeIsForgiving() {
        fail(10);
        pass(Duration.ofMinutes(11));
        fail(4);
        assertThat(attempts.wait("x")).isZero();
    }

    @Test
    void othersDoNotWait() {
        fail(10);
        assertThat(attempts.wait("y")).isZero();
    }

    @Test
    void memoryIsBounded() {
        fail(10);
        for (int other = 0; other < 10_000; other++) {
            attempts.failed("other " + other);
        }
        assertThat(attempts.wait("x")).isZero();
    }

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            attempts.failed("x");
        }
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
