package io.fluxlab.lecture.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock within one JVM; {@link ProcessLockWorkloadTest} has it between several. */
class ProcessLockTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private ProcessLock lock;

    @BeforeEach
    void open() throws IOException {
        lock = ProcessLock.on(folder.resolve("lock"));
    }

    @AfterEach
    void close() throws IOException {
        lock.close();
    }

    @Test
    void whoHoldsItTakesItAgainAndGivesItBackAsOften() throws Exception {
        assertThat(lock.take(Duration.ZERO)).isTrue();
        assertThat(lock.take(Duration.ZERO)).isTrue();
        assertThat(lock.holds()).isEqualTo(2);

        lock.giveBack();
        assertThat(isFree()).isFalse();

        lock.giveBack();
        assertThat(lock.holds()).isZero();
        assertThat(isFree()).isTrue();
    }

    @Test
    void onlyItsHolderCanGiveItBack() {
        assertThatThrownBy(lock::giveBack).isInstanceOf(IllegalMonitorStateException.class);
    }

    @Test
    void threadsOfOneJvmWaitForEachOther() throws Exception {
        int adders = 4;
        int steps = 200;
        int[] count = {0};
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            for (int i = 0; i < adders; i++) {
                threads.start("adder-" + i, () -> {
                    for (int step = 0; step < steps; step++) {
                        assertThat(lock.take(LONG)).isTrue();
                        int before = count[0];
                        LockSupport.parkNanos(1); // a chance for whoever should not be here
                        count[0] = before + 1;
                        lock.giveBack();
                    }
                });
            }
            threads.join(new Patience(LONG));
        }

        assertThat(count[0]).isEqualTo(adders * steps);
    }

    @Test
    void aWaitEndsAtItsLimit() throws Exception {
        lock.take(Duration.ZERO);
        AtomicReference<Boolean> taken = new AtomicReference<>();

        Thread waiting = Thread.ofPlatform().start(() -> taken.set(take(Duration.ofMillis(20))));
        waiting.join();

        assertThat(taken.get()).isFalse();
    }

    @Test
    void anInterruptEndsTheWaitAndLeavesTheLockAsItWas() throws Exception {
        lock.take(Duration.ZERO);
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread waiting = Thread.ofPlatform().start(() -> {
            try {
                lock.take(LONG);
            } catch (InterruptedException e) {
                interrupted.set(true);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        waiting.interrupt();
        waiting.join();

        assertThat(interrupted).isTrue();
        lock.giveBack();
        assertThat(isFree()).isTrue();
    }

    @Test
    void anotherObjectForTheSameFileIsRefused() throws Exception {
        lock.take(Duration.ZERO);
        try (ProcessLock second = ProcessLock.on(folder.resolve("lock"))) {
            assertThatThrownBy(() -> second.take(Duration.ZERO)).isInstanceOf(OverlappingFileLockException.class);
            assertThat(second.holds()).isZero();
        }
    }

    private boolean isFree() throws InterruptedException {
        AtomicReference<Boolean> free = new AtomicReference<>();
        Thread looking = Thread.ofPlatform().start(() -> free.set(take(Duration.ZERO)));
        looking.join();
        return free.get();
    }

    /** Takes it, and gives it back. */
    private boolean take(Duration limit) {
        try {
            boolean taken = lock.take(limit);
            if (taken) {
                lock.giveBack();
            }
            return taken;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
