package io.fluxlab.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lock on a clock that stands still unless a thread says that it has computed: see {@link #compute}. */
class InterpreterLockTest {

    private static final long INTERVAL = 5_000;
    private static final long STEP = 100;

    private final AtomicLong clock = new AtomicLong(-7);
    private final InterpreterLock lock = new InterpreterLock(INTERVAL, clock::get);
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();

    @AfterEach
    void everyThreadEnds() throws InterruptedException {
        lock.close();
        for (Thread thread : threads) {
            thread.join(5_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void whoHoldsItKeepsItHoweverLongNobodyWaits() {
        assertThat(lock.acquire()).isTrue();

        compute(100 * INTERVAL);

        assertThat(lock.isHeld()).isTrue();
        assertThat(log).isEmpty();
    }

    @Test
    void itIsHandedOverOnceSomebodyHasWaitedForTheInterval() {
        lock.acquire();
        compute(100 * INTERVAL);
        waiting(() -> log.add("other"));

        compute(INTERVAL - 1);
        assertThat(log).isEmpty();
        compute(1);

        assertThat(log).containsExactly("other");
        assertThat(lock.isHeld()).isTrue();
    }

    @Test
    void twoThatComputeAlternate() {
        lock.acquire();
        for (String name : List.of("a", "b")) {
            waiting(() -> {
                for (int step = 0; step < 10 * INTERVAL / STEP; step++) {
                    log.add(name);
                    compute(STEP);
                }
            });
        }

        lock.release();

        await().until(() -> log.size() == 20 * INTERVAL / STEP);
        assertThat(slices()).hasSize(20).containsOnly((int) (INTERVAL / STEP));
    }

    /** Time goes by only while it waits; each of the others computes as long as it may. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void oneThatNeedsItForAMomentWaitsForAnIntervalOfEachThatComputes(int computing) {
        AtomicBoolean done = new AtomicBoolean();
        lock.acquire();
        for (int i = 0; i < computing; i++) {
            waiting(() -> {
                while (!done.get()) {
                    if (lock.waiting() == computing) {
                        compute(STEP);
                    }
                }
            });
        }
        lock.release();

        Set<Long> waits = new HashSet<>();
        for (int call = 0; call < 20; call++) {
            long before = clock.get();
            lock.acquire();
            waits.add(clock.get() - before);
            lock.release();
        }
        done.set(true);

        assertThat(waits).containsExactly(computing * INTERVAL);
    }

    @Test
    void whoHasWaitedLongestIsNext() {
        lock.acquire();
        for (String name : List.of("first", "second", "third")) {
            waiting(() -> log.add(name));
        }

        lock.release();

        await().until(() -> log.size() == 3);
        assertThat(log).containsExactly("first", "second", "third");
    }

    @Test
    void onesTurnIsAWholeIntervalAlsoWhereOthersHaveWaitedForLong() {
        lock.acquire();
        waiting(() -> {
            compute(INTERVAL - 1);
            log.add("first");
        });
        waiting(() -> log.add("second"));

        compute(INTERVAL);

        await().until(() -> log.size() == 2);
        assertThat(log).containsExactly("first", "second");
    }

    @Test
    void anInterruptDoesNotMakeOneLoseItsPlaceNorTheInterrupt() {
        lock.acquire();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread first = waiting(() -> {
            interrupted.set(Thread.currentThread().isInterrupted());
            log.add("first");
        });
        waiting(() -> log.add("second"));

        first.interrupt();
        lock.release();

        await().until(() -> log.size() == 2);
        assertThat(log).containsExactly("first", "second");
        assertThat(interrupted).isTrue();
        assertThat(lock.acquire()).isTrue();
    }

    @Test
    void nobodyWaitsForALockThatIsClosed() throws InterruptedException {
        lock.acquire();
        AtomicInteger without = new AtomicInteger();
        Runnable tries = () -> {
            if (!lock.acquire()) {
                without.incrementAndGet();
            }
        };
        run(tries);
        run(tries);
        awaitWaiting(2);

        lock.close();
        run(tries);

        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(without).hasValue(3);
        assertThat(lock.isHeld()).isTrue();
        lock.release();
        assertThat(lock.acquire()).isFalse();
    }

    @Test
    void whoDoesNotHoldItCanNeitherReleaseNorOfferIt() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        run(() -> {
            lock.acquire();
            held.countDown();
            awaitWaiting(1);
            log.add(lock.isHeld() ? "still" : "lost");
            lock.release();
        });
        held.await();
        clock.addAndGet(2 * INTERVAL);

        lock.release();
        lock.offer();

        assertThat(lock.acquire()).isTrue();
        assertThat(log).containsExactly("still");
    }

    /** A plain counter is a race that some additions lose unless the lock keeps all others out and shows its writes. */
    @RepeatedTest(5)
    void keepsAllOthersOut() throws InterruptedException {
        InterpreterLock busy = new InterpreterLock(20_000, System::nanoTime);
        long[] counter = {0};
        int rounds = 20_000;
        for (int i = 0; i < 4; i++) {
            boolean leaves = i % 2 == 0;
            run(() -> {
                busy.acquire();
                for (int round = 0; round < rounds; round++) {
                    counter[0]++;
                    if (leaves && round % 16 == 0) {
                        busy.release();
                        busy.acquire();
                    } else {
                        busy.offer();
                    }
                }
                busy.release();
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(counter[0]).isEqualTo(4L * rounds);
        assertThat(busy.acquire()).isTrue();
    }

    /** As a thread with the lock does it: time goes by, then comes a checkpoint. */
    private void compute(long nanos) {
        clock.addAndGet(nanos);
        lock.offer();
    }

    /** A thread that waits for the lock, does something with it, and gives it back. */
    private Thread waiting(Runnable action) {
        int before = lock.waiting();
        Thread thread = run(() -> {
            lock.acquire();
            action.run();
            lock.release();
        });
        awaitWaiting(before + 1);
        return thread;
    }

    private void awaitWaiting(int count) {
        await().until(() -> lock.waiting() >= count);
    }

    private Thread run(Runnable action) {
        Thread thread = new Thread(action, "lock-" + threads.size());
        threads.add(thread);
        thread.start();
        return thread;
    }

    /** How many entries of one thread follow each other in the log. */
    private List<Integer> slices() {
        List<Integer> slices = new ArrayList<>();
        String last = "";
        for (String name : log) {
            if (name.equals(last)) {
                slices.set(slices.size() - 1, slices.get(slices.size() - 1) + 1);
            } else {
                slices.add(1);
            }
            last = name;
        }
        return slices;
    }
}
