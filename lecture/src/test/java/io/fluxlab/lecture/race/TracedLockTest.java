package io.fluxlab.lecture.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.trace.RunTrace;
import io.fluxlab.trace.TraceLog;
import io.fluxlab.trace.Tracer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@SuppressWarnings("LockNotBeforeTry") // locking and unlocking is what is tried
class TracedLockTest {

    private final ReentrantLock lock = new ReentrantLock();
    private final TraceLog log = new RunTrace(System::nanoTime).begin();
    private final Lock traced = TracedLock.of(lock, "mutex", log);

    /** What was taken down after the start: who, and what. */
    private List<String> told() {
        return Objects.requireNonNull(log.take()).marks().stream()
                .skip(1)
                .map(mark -> mark.thread().equals(Thread.currentThread().getName())
                        ? mark.kind().id()
                        : mark.thread() + " " + mark.kind().id())
                .toList();
    }

    private Thread startOther(Runnable body) {
        return Thread.ofPlatform().name("other").start(body);
    }

    private void awaitQueued(Thread thread) {
        while (!lock.hasQueuedThread(thread)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoFindsItFreeDoesNotWait() {
        traced.lock();
        traced.unlock();

        assertThat(told()).containsExactly("holding", "released");
    }

    @Test
    void whoWaitsGetsItAfterItWasReleased() throws InterruptedException {
        traced.lock();
        Thread other = startOther(() -> {
            traced.lock();
            traced.unlock();
        });
        awaitQueued(other);
        traced.unlock();
        other.join();

        assertThat(told()).containsExactly("holding", "other waiting", "released", "other holding", "other released");
    }

    @Test
    void whoOnlyTriesTellsNothingWhereItIsTaken() throws InterruptedException {
        lock.lock();
        AtomicBoolean got = new AtomicBoolean(true);
        startOther(() -> got.set(traced.tryLock())).join();
        lock.unlock();

        assertThat(got).isFalse();
        assertThat(traced.tryLock()).isTrue();
        assertThat(told()).containsExactly("holding");
    }

    @Test
    void whoTriesForAWhileRunsOnWithoutIt() throws InterruptedException {
        lock.lock();
        startOther(() -> assertThat(triesFor(1)).isFalse()).join();
        lock.unlock();
        startOther(() -> assertThat(triesFor(1)).isTrue()).join();

        assertThat(told()).containsExactly("other waiting", "other running", "other waiting", "other holding");
    }

    private boolean triesFor(long millis) {
        try {
            return traced.tryLock(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoIsInterruptedWhileWaitingRunsOnWithoutIt() throws InterruptedException {
        lock.lock();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread other = startOther(() -> {
            try {
                traced.lockInterruptibly();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        awaitQueued(other);
        other.interrupt();
        other.join();
        lock.unlock();

        assertThat(interrupted).isTrue();
        assertThat(told()).containsExactly("other waiting", "other running");
    }

    @Test
    void itHasNoConditions() {
        assertThatThrownBy(traced::newCondition).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void withoutATraceItIsTheLockItself() {
        assertThat(TracedLock.of(lock, "mutex", Tracer.NONE)).isSameAs(lock);
    }
}
