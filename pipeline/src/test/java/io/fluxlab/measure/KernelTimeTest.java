package io.fluxlab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class KernelTimeTest {

    private static final String PROCESS =
            "17 (a) b (c) R 1 17 17 1180 0 4194304 101 5 3 0 40 25 7 8 20 0 1 0 172301 3133440 384";
    private static final String MACHINE = """
            cpu  40 0 8 4444 44 0 0 0 0 0
            cpu0 10 0 2 1000 10 0 0 0 0 0
            cpu1 10 0 2 200 10 0 0 0 0 0
            cpu2 10 0 2 30 10 0 0 0 0 0
            cpu10 10 0 2 4 10 0 0 0 0 0
            intr 7 0 0
            """;

    @Test
    void isReadOffTheKernelsLinesWhateverTheProgramIsCalled() {
        KernelTime time = KernelTime.of(PROCESS, "Cpus_allowed_list:\t0\n", MACHINE);

        assertThat(time).isEqualTo(new KernelTime(250_000_000L, 101 * 4_096L, 10_100_000_000L));
    }

    @Test
    void otherCpusThanItsOwnMayBeIdle() {
        String status = "Name:\tjava\nCpus_allowed:\t406\nCpus_allowed_list:\t1-2,10\nMems_allowed:\t1\n";

        assertThat(KernelTime.of(PROCESS, status, MACHINE).idleNanos()).isEqualTo(2_640_000_000L);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void memoryThatIsUsedForTheFirstTimeIsSeen() {
        KernelTime before = KernelTime.now();

        byte[] mapped = new byte[8 << 20];
        ByteBuffer fresh = ByteBuffer.allocateDirect(mapped.length).put(mapped);

        assertThat(fresh.hasRemaining()).isFalse();
        assertThat(before).isNotNull();
        assertThat(KernelTime.now())
                .isNotNull()
                .satisfies(now -> assertThat(now.since(before).touchedBytes()).isPositive());
    }
}
