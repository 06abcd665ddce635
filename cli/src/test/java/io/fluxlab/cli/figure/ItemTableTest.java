package io.fluxlab.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.cli.console.Palette;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ItemTableTest {
    @Test
    void objectsOfOneKindAreATable() {
        assertThat(lines(40, new Moment("set", 5, List.of(1)), new Moment("set again", 15, List.of())))
                .containsExactly("moment     passed  held", "set             5  [1]", "set again      15  []");
    }

    @Test
    void objectsThatHaveNoRoomAreToldFieldByFieldAndOtherItemsAsJson() {
        assertThat(lines(19, new Moment("set", 5, List.of()))).containsExactly("moment=\"set\"", "  passed=5 held=[]");
        assertThat(lines(40, 2, "text", List.of(1))).containsExactly("2", "\"text\"", "[1]");
        assertThat(lines(80, new Moment("set", 5, List.of()), 7)).hasSize(2).contains("7");
    }

    private static List<String> lines(int width, Object... items) {
        return new ItemTable(Stream.of(items).map(ItemTable::item).toList()).lines(width, Palette.PLAIN);
    }

    record Moment(String moment, int passed, List<Integer> held) {}
}
