package io.fluxlab.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.loop.Bystander.TimeServer;
import io.fluxlab.measure.Latency;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BystanderTest {

    private static final long STALL_MILLIS = 300;
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private final HomeLoop home = HomeLoop.open("test-home");
    private final TimerThread driver = TimerThread.open("test-driver");
    private Bystander bystander;

    @BeforeEach
    void connect() {
        bystander = Bystander.open(home.loop(), driver, Duration.ofMillis(5)).block(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        home.close().then(driver.close()).block(Duration.ofMinutes(1));
    }

    @Test
    void aLoopThatIsBlockedFor300MillisecondsShowsIt() {
        bystander.start();
        home.loop().schedule(BystanderTest::stall, 300, TimeUnit.MILLISECONDS).syncUninterruptibly();

        Latency latency = finish();

        assertThat(latency.maxNanos()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(290));
        assertThat(latency.p99Nanos()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(250));
        assertThat(latency.count()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void aStallCountsOnceForEachRequestThatWasDueInIt() {
        bystander.start();
        home.loop().submit(BystanderTest::stall).syncUninterruptibly();

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
        home.loop().submit(BystanderTest::stall).syncUninterruptibly();
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

        Latency latency = bystander.finish(Duration.ofMillis(100)).block(Duration.ofMinutes(1));
        release.countDown();

        assertThat(latency.maxNanos()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(290));
    }

    @Test
    void stallThatGoesOnShowsInEveryInterval() {
        CountDownLatch end = new CountDownLatch(1);
        try {
            home.loop().execute(() -> holdUntil(end));
            bystander.start();

            await().until(() -> bystander.interval().maxNanos() > TimeUnit.MILLISECONDS.toNanos(100));
            Latency latency = bystander.interval();
            assertThat(latency.maxNanos()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(100));
            assertThat(latency.count()).isGreaterThanOrEqualTo(100 / 5 - 1);
        } finally {
            end.countDown();
        }
    }

    @Test
    void requestsOutliveAHomeLoopThatIsGone() {
        bystander.start();
        await().until(() -> bystander.interval().count() > 0);
        home.close().block(Duration.ofMinutes(1));
        await().until(() -> bystander.interval().maxNanos() > TimeUnit.MILLISECONDS.toNanos(100));

        Latency latency = bystander.finish(Duration.ofMillis(50)).block(Duration.ofMinutes(1));

        assertThat(latency.maxNanos()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
    }

    @Test
    void anAnswerThatIsReadLateWasGivenInTime() {
        Bystander once =
                Bystander.open(home.loop(), driver, Duration.ofMinutes(1)).block(Duration.ofMinutes(1));
        once.start();
        driver.execute(() -> driver.execute(BystanderTest::stall)); // due after the request

        Latency latency = once.finish(Duration.ofSeconds(5)).block(Duration.ofMinutes(1));

        assertThat(latency.count()).isOne();
        assertThat(latency.maxNanos()).isLessThan(TimeUnit.MILLISECONDS.toNanos(STALL_MILLIS));
    }

    @Test
    void requestsComeFurtherApartWhileManyRunsGoOnAndAsBeforeAfterwards() {
        AtomicInteger runs = new AtomicInteger(4_000); // a second for each
        Bystander shared = Bystander.open(home.loop(), driver, new Pace(Duration.ofMillis(5), runs::get))
                .block(Duration.ofMinutes(1));
        shared.start();
        await().pollDelay(HALF_A_SECOND).until(() -> true);
        Latency crowded = shared.interval();
        runs.set(1);
        await().until(() -> shared.interval().count() > 0);

        await().pollDelay(HALF_A_SECOND).until(() -> true);
        Latency alone = shared.interval();

        assertThat(crowded.count()).isBetween(0L, 1L);
        assertThat(alone.count()).isGreaterThan(10);
    }

    @Test
    void stallShowsAlsoWhereRequestsAreFurtherApart() {
        Bystander shared = Bystander.open(home.loop(), driver, new Pace(Duration.ofMillis(5), () -> 200))
                .block(Duration.ofMinutes(1));
        shared.start();
        home.loop().submit(BystanderTest::stall).syncUninterruptibly();

        Latency latency = shared.finish(Duration.ofSeconds(5)).block(Duration.ofMinutes(1));

        assertThat(latency.count()).isLessThanOrEqualTo(2 * STALL_MILLIS / 50);
        assertThat(latency.maxNanos()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(STALL_MILLIS - 60));
    }

    @Test
    void whatWasNeverStartedHasNothingToTell() {
        assertThat(finish()).isEqualTo(Latency.NONE);
    }

    @Test
    void connectionThatBreaksWhenARunIsCancelledIsNoNews() {
        EmbeddedChannel channel = new EmbeddedChannel(new TimeServer());

        channel.pipeline().fireExceptionCaught(new IOException("Broken pipe"));

        channel.checkException(); // what nobody has dealt with, Netty logs as a warning
        assertThat(channel.isOpen()).isFalse();
    }

    private Latency finish() {
        return bystander.finish(Duration.ofSeconds(5)).block(Duration.ofMinutes(1));
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
