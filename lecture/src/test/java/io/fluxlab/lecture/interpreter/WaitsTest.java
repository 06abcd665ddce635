package io.fluxlab.lecture.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WaitsTest {

    @Test
    void percentilesAreOfTheWaitsThemselves() {
        long[] nanos =
                LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1_000_000).toArray();

        assertThat(Waits.of(nanos)).isEqualTo(new Waits("io", 200, 100, 198, 200));
    }

    @Test
    void aSingleWaitIsEveryPercentile() {
        assertThat(Waits.of(new long[] {500_000})).isEqualTo(new Waits("io", 1, 0.5, 0.5, 0.5));
    }
}
