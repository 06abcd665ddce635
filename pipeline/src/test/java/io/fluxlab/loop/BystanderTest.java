package io.fluxlab.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.measure.Latency;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BystanderTest {

    private static final long STALL_MILLIS = 300;

    private final HomeLoop home = HomeLoop.open("test-home");
    private final HomeLoop driver = HomeLoop.open("test-driver");
    private Bystander bystander;

    @BeforeEach
    void connect() {
        bystander =
                Bystander.open(home.loop(), driver.loop(), Duration.ofMillis(5)).block(Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        home.close().then(driver.close()).block(Duration.ofSeconds(5));
    }

    @Test
    void aLoopThatIsBlockedFor300MillisecondsShowsIt() {
        bystander.start();
        home.loop().schedule(BystanderTest::stall, 50, TimeUnit.MILLISECONDS);
        await().pollDelay(Duration.ofMillis(600)).until(() -> true);

        Latency latency = finish();

        assertThat(latency.maxNanos()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(290));
        assertThat(latency.p99Nanos()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(250));
        assertThat(latency.count()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void aStallCountsOnceForEachRequestThatWasDueInIt() {
        bystander.start();
        home.loop().execute(BystanderTest::stall);
        await().pollDelay(Duration.ofMillis(STALL_MILLIS)).until(() -> true);

        Latency latency = finish();

        // evenly spread from 300 ms down to none: coordinated omission would leave one long wait and many short ones
        assertThat(latency.count()).isGreaterThanOrEqualTo(STALL_MILLIS / 5);
        assertThat(latency.p50Nanos()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
    }

    @Test
    void anIdleLoopAnswersSoonerThanAStalledOne() {
        bystander.start();
        await().pollDelay(Duration.ofMillis(200)).until(() -> true);
        Latency idle = bystander.interval();
        home.loop().execute(BystanderTest::stall);
        await().pollDelay(Duration.ofMillis(STALL_MILLIS)).until(() -> true);
        finish();
        Latency stalled = bystander.interval();

        assertThat(idle.count()).isPositive();
        assertThat(idle.p50Nanos()).isLessThan(stalled.p50Nanos());
    }

    @Test
    void requestsThatAreNeverAnsweredCountWithTheTimeTheyWaited() {
        bystander.start();
        await().until(() -> bystander.interval().count() > 0);
        CountDownLatch release = new CountDownLatch(1);
        home.loop().execute(() -> holdUntil(release));
        await().pollDelay(Duration.ofMillis(200)).until(() -> true);

        Latency latency = bystander.finish(Duration.ofMillis(100)).block(Duration.ofSeconds(5));
        release.countDown();

        assertThat(latency.maxNanos()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(290));
    }

    private Latency finish() {
        return bystander.finish(Duration.ofSeconds(5)).block(Duration.ofSeconds(10));
    }

    private static void holdUntil(CountDownLatch release) {
        while (release.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void stall() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STALL_MILLIS);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
