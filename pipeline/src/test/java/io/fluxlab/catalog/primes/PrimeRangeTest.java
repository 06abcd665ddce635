package io.fluxlab.catalog.primes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PrimeRangeTest {

    @Test
    void namesTheValueAndTheBoundsWhenOutOfThem() {
        assertThatThrownBy(() -> new PrimeRange(-1, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("from must be between 0 and 100000000000000, was -1");
        assertThatThrownBy(() -> new PrimeRange(0, 100_000_000_000_001L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("to must be between 0 and 100000000000000, was 100000000000001");
    }

    @Test
    void countsBothEnds() {
        assertThat(new PrimeRange(3, 10_000).size()).isEqualTo(9_998);
        assertThat(new PrimeRange(7, 7).size()).isEqualTo(1);
        assertThat(new PrimeRange(7, 3).size()).isZero();
    }
}
