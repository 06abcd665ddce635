package io.fluxlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultDigestTest {

    @Test
    void tasksMayEndInAnyOrder() {
        ResultDigest one = new ResultDigest();
        one.add(0, List.of(1, 2));
        one.end(0);
        one.add(1, List.of(3));
        one.end(1);
        ResultDigest other = new ResultDigest();
        other.add(1, List.of(3));
        other.add(0, List.of(1));
        other.end(1);
        other.add(0, List.of(2));
        other.end(0);

        assertThat(other.text()).isEqualTo(one.text());
    }

    @Test
    void theOrderOfATasksItemsCounts() {
        assertThat(of(0, List.of(1, 2))).isNotEqualTo(of(0, List.of(2, 1)));
    }

    @Test
    void itCountsWhichTaskEmittedWhat() {
        assertThat(of(0, List.of(1))).isNotEqualTo(of(1, List.of(1)));
    }

    @Test
    void tasksCantSwapTheirItems() {
        ResultDigest straight = new ResultDigest();
        straight.add(0, List.of("a"));
        straight.add(1, List.of("b"));
        straight.end(0);
        straight.end(1);
        ResultDigest crossed = new ResultDigest();
        crossed.add(0, List.of("b"));
        crossed.add(1, List.of("a"));
        crossed.end(0);
        crossed.end(1);

        assertThat(crossed.text()).isNotEqualTo(straight.text());
    }

    @Test
    void itemsWithoutAHashOfTheirOwnAreOnlyCounted() {
        assertThat(of(0, List.of(new Object(), new int[] {1}))).isEqualTo(of(0, List.of(new Object(), new int[] {2})));
        assertThat(of(0, List.of(new Object()))).isNotEqualTo(of(0, List.of(new Object(), new Object())));
    }

    private static String of(int task, List<?> items) {
        ResultDigest digest = new ResultDigest();
        digest.add(task, items);
        digest.end(task);
        return digest.text();
    }
}
