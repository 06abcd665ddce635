package io.fluxlab.cluster.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fluxlab.measure.ProcessVitals;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final int THREAD_BYTES = 8_000_000;

    private final AtomicReference<ProcessVitals> process = new AtomicReference<>(new ProcessVitals(1_000, 500, null));
    private final Accounts accounts = new Accounts(process::get);
    private final TaskThread busyThread = new TaskThread("busy");
    private final TaskThread idleThread = new TaskThread("idle");

    @AfterEach
    void close() {
        busyThread.close();
        idleThread.close();
    }

    @Test
    void aRunThatIsAloneHasAllThatIsUsedWhileItIsOpen() {
        Accounts.Account run = accounts.open();

        uses(2_000, 700);
        assertThat(accounts.used(run).cpuNanos()).isEqualTo(2_000);
        assertThat(accounts.used(run).allocatedBytes()).isEqualTo(700);

        accounts.close(run);
        uses(5_000, 5_000);
        assertThat(accounts.used(run).cpuNanos()).isEqualTo(2_000);
    }

    @Test
    void runsWhoseThreadsHaveDoneNothingHaveEqualParts() {
        Accounts.Account one = accounts.open();
        Accounts.Account other = accounts.open();

        uses(2_000, 600);

        assertThat(accounts.used(one).cpuNanos()).isEqualTo(1_000);
        assertThat(accounts.used(other).cpuNanos()).isEqualTo(1_000);
        assertThat(accounts.used(one).allocatedBytes()).isEqualTo(300);
    }

    @Test
    void oneRunWorksAndTheOtherWaits() throws InterruptedException {
        Accounts.Account busy = accounts.open();
        Accounts.Account idle = accounts.open();
        accounts.add(busy, busyThread);
        accounts.add(idle, idleThread);
        long cpuNanos = work(busyThread);

        uses(2 * cpuNanos, 2 * THREAD_BYTES);

        assertThat(accounts.used(busy).cpuNanos()).isCloseTo(2 * cpuNanos, within(cpuNanos / 5));
        assertThat(accounts.used(idle).cpuNanos()).isLessThan(cpuNanos / 5);
        assertThat(accounts.used(busy).cpuNanos() + accounts.used(idle).cpuNanos())
                .isCloseTo(2 * cpuNanos, within(2L));
        assertThat(accounts.used(busy).allocatedBytes()).isGreaterThan(THREAD_BYTES);
    }

    private void uses(long cpuNanos, long bytes) {
        process.updateAndGet(now -> new ProcessVitals(now.cpuNanos() + cpuNanos, now.allocatedBytes() + bytes, null));
    }

    /** Has the thread use CPU time and allocate, and returns the CPU time that it was meant to use. */
    private static long work(TaskThread thread) throws InterruptedException {
        long nanos = Duration.ofMillis(100).toNanos();
        CountDownLatch done = new CountDownLatch(1);
        thread.execute(() -> {
            byte[][] kept = new byte[8][];
            long until = System.nanoTime() + nanos;
            int round = 0;
            while (System.nanoTime() < until) {
                kept[round % kept.length] = new byte[THREAD_BYTES / 8];
                round++;
            }
            done.countDown();
        });
        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        return nanos;
    }
}
