package io.fluxlab.lecture.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.race.Gap;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlainLockTest {

    private final PlainLock lock = new PlainLock();

    @Test
    void ownerCanNotTakeItAgain() throws Exception {
        assertThat(lock.tryLock()).isTrue();

        assertThat(lock.tryLock()).isFalse();
        assertThat(lock.tryLock(1, TimeUnit.MILLISECONDS)).isFalse();
        lock.unlock();
        assertThat(lock.tryLock()).isTrue();
    }

    @Test
    void onlyItsOwnerCanReleaseIt() {
        assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
    }

    @Test
    void oneAtATimeIsInside() throws Exception {
        int adders = 4;
        int steps = 50_000;
        Gap gap = new Gap();
        gap.open(steps, 0);
        int[] count = {0};
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            threads.start(adders, "adder", () -> {
                for (int step = 0; step < steps; step++) {
                    lock.lock();
                    try {
                        int before = count[0];
                        gap.pass();
                        count[0] = before + 1;
                    } finally {
                        lock.unlock();
                    }
                }
            });
            threads.join(new Patience(Duration.ofSeconds(60)));
        }

        assertThat(count[0]).isEqualTo(adders * steps);
    }
}
