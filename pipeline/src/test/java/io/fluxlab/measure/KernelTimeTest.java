package io.fluxlab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class KernelTimeTest {

    @Test
    void isReadOffTheKernelsLinesWhateverTheProgramIsCalled() {
        KernelTime time = KernelTime.of(
                "17 (a) b (c) R 1 17 17 1180 0 4194304 101 5 3 0 40 25 7 8 20 0 1 0 172301 3133440 384",
                "cpu  132923 0 26864 181269 535 0 2052 0 0 0\ncpu0 1 2 3 4 5\n");

        assertThat(time).isEqualTo(new KernelTime(250_000_000L, 101 * 4_096L, 1_818_040_000_000L));
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
