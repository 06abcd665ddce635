package io.fluxlab.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.loop.LabThreads;
import io.fluxlab.measure.Latency;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Canaries beside things that stand still, or are gone. */
class CanariesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration PERIOD = Duration.ofMillis(1);

    /** So many canaries are due while something stands still. */
    private static final int STALL = 50;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Scheduler scheduler = Schedulers.newParallel("canaries", 1, true);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void end() {
        release.countDown();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        scheduler.dispose();
    }

    private static Canaries beside(SharedResource resource) {
        return Canaries.open(List.of(resource), LabThreads.name("canaries-test"), PERIOD);
    }

    private SharedResource loop() {
        return SharedResource.loop(group.next());
    }

    private void stall(Executor thread) throws InterruptedException {
        CountDownLatch stalled = new CountDownLatch(1);
        thread.execute(() -> {
            stalled.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        stalled.await();
    }

    private static void untilManyAreDue() {
        long end = System.nanoTime() + STALL * 2 * PERIOD.toNanos();
        await().atMost(PATIENCE).until(() -> System.nanoTime() - end > 0);
    }

    private static List<CanaryReading> finished(Canaries canaries, Duration patience) {
        return finished(canaries, patience, () -> {});
    }

    /** What stood still goes on once they are due no more, so that there is nothing to say of the time after. */
    private List<CanaryReading> finishedAtRelease(Canaries canaries) {
        return finished(canaries, PATIENCE, release::countDown);
    }

    private static List<CanaryReading> finished(Canaries canaries, Duration patience, Runnable meanwhile) {
        CompletableFuture<List<CanaryReading>> readings =
                canaries.finish(patience).toFuture();
        meanwhile.run();
        List<CanaryReading> found =
                readings.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        canaries.close().block(PATIENCE);
        return found;
    }

    private static Latency only(List<CanaryReading> readings) {
        assertThat(readings).hasSize(1);
        return readings.get(0).latency();
    }

    /** Of what is due in a stall, half waits for about half of it, but for what the driver itself was late by. */
    private static void assertAllCount(Latency latency) {
        assertThat(latency.count()).isGreaterThan(STALL / 2);
        assertThat(latency.p50Nanos()).isGreaterThan(latency.maxNanos() / 8);
        assertThat(latency.maxNanos()).isGreaterThan(STALL * PERIOD.toNanos());
    }

    @Test
    void aLoopThatStandsStillCountsForAllThatWasDueMeanwhile() throws InterruptedException {
        Canaries canaries = beside(loop());
        stall(group.next());
        canaries.start();
        untilManyAreDue();

        assertAllCount(only(finishedAtRelease(canaries)));
    }

    @Test
    void timersThatCannotFireCountForAllThatWereDueMeanwhile() throws InterruptedException {
        Canaries canaries = beside(SharedResource.timers("test", scheduler, false));
        stall(scheduler::schedule);
        canaries.start();
        untilManyAreDue();

        assertAllCount(only(finishedAtRelease(canaries)));
    }

    @Test
    void whatNeverAnswersCountsWithTheTimeThatItHasWaited() throws InterruptedException {
        Canaries canaries = beside(SharedResource.workers("test", () -> scheduler::schedule, false));
        stall(scheduler::schedule);
        canaries.start();
        untilManyAreDue();

        assertAllCount(only(finished(canaries, SHORT)));
    }

    @Test
    void whatHasEndedSaysNothingAndKeepsNobodyWaiting() throws InterruptedException {
        Canaries canaries = beside(loop());
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        canaries.start();
        untilManyAreDue();

        assertThat(finished(canaries, PATIENCE)).isEmpty();
    }

    @Test
    void thoseThatWereNeverStartedSayNothing() {
        assertThat(finished(beside(SharedResource.carriers()), PATIENCE)).isEmpty();
        assertThat(finished(beside(loop()), PATIENCE)).isEmpty();
        assertThat(finished(Canaries.NONE, PATIENCE)).isEmpty();
    }

    @Test
    void aLoopIsWatchedOnceHoweverOftenItIsHandedOver() {
        assertThat(WatchedLoops.NONE.plus(group).plus(group).resources()).hasSize(1);
    }

    @Test
    void skewIsOfTheLatestLoopAgainstTheOneInTheMiddle() {
        List<CanaryReading> readings = List.of(
                reading(CanaryKind.CARRIER, 900),
                reading(CanaryKind.LOOP, 10),
                reading(CanaryKind.LOOP, 400),
                reading(CanaryKind.LOOP, 20));

        assertThat(LoopSkew.of(readings)).hasValueSatisfying(skew -> {
            assertThat(skew.latest()).isEqualTo(readings.get(2));
            assertThat(skew.medianP99Nanos()).isEqualTo(20);
            assertThat(skew.factor()).isEqualTo(20);
        });
        assertThat(LoopSkew.of(readings.subList(0, 2))).isEmpty();
    }

    private static CanaryReading reading(CanaryKind kind, long p99Nanos) {
        return new CanaryReading(kind, kind + "-" + p99Nanos, false, new Latency(1, p99Nanos, p99Nanos, 10));
    }
}
