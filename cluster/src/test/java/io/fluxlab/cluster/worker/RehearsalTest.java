package io.fluxlab.cluster.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.loop.HomeLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class RehearsalTest {

    private final HomeLoop home = HomeLoop.open("home");
    private final Scheduler clock = Schedulers.newSingle("clock");

    @AfterEach
    void close() {
        clock.dispose();
        home.close().block();
    }

    @Test
    void runsItsTaskToTheEndAndLeavesNoThread() {
        assertThat(new Rehearsal(home, clock).run().block()).isPositive();
        awaitNoThread();
    }

    @Test
    void goesToItsEndWhereTheWorkerCloses() {
        clock.dispose();
        assertThat(new Rehearsal(home, clock).run().block()).isPositive();
        awaitNoThread();
    }

    private static void awaitNoThread() {
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("lane-" + Rehearsal.LANE));
    }
}
