package io.fluxlab.lecture.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class DeadlockTest {

    @Test
    void twoThatWaitForEachOtherAreACircleAndTheJvmAgrees() {
        Lock one = new ReentrantLock();
        Lock other = new ReentrantLock();
        CyclicBarrier bothHold = new CyclicBarrier(2);
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            Thread first = threads.start("first", () -> takeBoth(one, other, bothHold));
            Thread second = threads.start("second", () -> takeBoth(other, one, bothHold));

            await().until(() -> Deadlock.of(first).isPresent());
            assertThat(Deadlock.of(first)).hasValueSatisfying(deadlock -> {
                assertThat(deadlock.circle()).containsExactly("first", "second");
                assertThat(deadlock.waitsFor()).startsWith("java.util.concurrent.locks.ReentrantLock");
            });
            assertThat(Deadlock.isFoundByJvm(first)).isTrue();
            assertThat(Deadlock.isFoundByJvm(second)).isTrue();
        }
    }

    @Test
    void oneThatWaitsForAnotherIsNoDeadlock() throws Exception {
        Lock lock = new ReentrantLock();
        lock.lock();
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            Thread waiting = threads.start("waiting", lock::lockInterruptibly);

            await().until(() -> waiting.getState() == Thread.State.WAITING);
            assertThat(Deadlock.of(waiting)).isEmpty();
        } finally {
            lock.unlock();
        }
    }

    @Test
    void oneBehindACircleIsNotInIt() {
        PlainLock lock = new PlainLock();
        Retaker retaker = new Retaker(lock, 0);
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            Thread owner = threads.start("owner", retaker);
            await().until(() -> Deadlock.of(owner).isPresent());
            Thread behind = threads.start("behind", lock::lockInterruptibly);

            await().until(() -> behind.getState() == Thread.State.WAITING);
            assertThat(Deadlock.of(behind)).isEmpty();
        }
    }

    @Test
    void threadThatHasEndedIsInNone() throws Exception {
        Thread ended = new Thread(() -> {});
        ended.start();
        ended.join();

        assertThat(Deadlock.of(ended)).isEmpty();
    }

    private static void takeBoth(Lock one, Lock other, CyclicBarrier bothHold) throws Exception {
        one.lockInterruptibly();
        bothHold.await();
        other.lockInterruptibly();
    }
}
