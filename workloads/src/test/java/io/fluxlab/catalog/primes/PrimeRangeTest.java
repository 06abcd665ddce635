package io.fluxlab.catalog.primes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"0-0, 3", "0-9, 3", "3-10000, 7", "7-3, 4", "100000000000000-100000000000000, 2", "5-9, 5"})
    void cutsIntoPiecesThatFollowEachOther(String text, int pieces) {
        PrimeRange range = PrimeRange.parse(text);

        List<PrimeRange> cut = range.cut(pieces);

        assertThat(cut).hasSize((int) Math.max(1, Math.min(pieces, range.size())));
        assertThat(cut.get(0).from()).isEqualTo(range.from());
        assertThat(cut.get(cut.size() - 1).to()).isEqualTo(range.to());
        for (int i = 1; i < cut.size(); i++) {
            assertThat(cut.get(i).from()).isEqualTo(cut.get(i - 1).to() + 1);
            assertThat(cut.get(i - 1).size() - cut.get(i).size()).isBetween(0L, 1L);
        }
    }

    @Test
    void textFormIsReadBack() {
        PrimeRange range = new PrimeRange(3, 10_000);

        assertThat(range).hasToString("3-10000");
        assertThat(PrimeRange.parse(range.toString())).isEqualTo(range);
        assertThat(PrimeRange.parse(" 3 - 10000 ")).isEqualTo(range);
    }
}
