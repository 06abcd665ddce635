package io.fluxlab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.process.message.Copy;
import io.fluxlab.process.message.TooLargeException;
import io.fluxlab.process.message.UnwritableItemException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CopyTest {

    private static final int ROOM = 1000;

    record Point(int x, List<Object> names) {}

    static List<Object> whatTravels() {
        return List.of(
                Arrays.asList(42, null, "hello"),
                7L,
                0.5,
                "text",
                List.of(1, 2L, List.of(true)),
                Map.of("key", List.of(1)),
                new Point(3, List.of("a", 4)));
    }

    static List<Object> whatDoesNot() {
        return List.of(
                Thread.currentThread(),
                new ReentrantLock(),
                new ByteArrayInputStream(new byte[1]),
                List.of("lock", new ReentrantLock()),
                new Point(1, List.of(Thread.currentThread())),
                (Runnable) () -> {});
    }

    @ParameterizedTest
    @MethodSource("whatTravels")
    void isReadAsAnEqualObject(Object original) {
        assertThat(read(Copy.of(original, ROOM))).isEqualTo(original);
    }

    @ParameterizedTest
    @MethodSource("whatDoesNot")
    void whatMeansNothingElsewhereIsNotWritten(Object original) {
        assertThatThrownBy(() -> Copy.of(original, ROOM))
                .isInstanceOf(UnwritableItemException.class)
                .hasMessageContaining("an item of " + original.getClass().getName());
    }

    @Test
    void isAsTheOriginalWasThen() {
        List<Object> original = new ArrayList<>(List.of("then"));
        Copy copy = Copy.of(original, ROOM);
        original.set(0, "now");

        assertThat(read(copy)).isEqualTo(List.of("then"));
    }

    @Test
    void exactlyTheLimitIsAllowedAndAByteMoreIsNot() {
        int size = Copy.of(new byte[ROOM], 2 * ROOM).size();

        assertThat(read(Copy.of(new byte[ROOM], size))).isEqualTo(new byte[ROOM]);
        assertThatThrownBy(() -> Copy.of(new byte[ROOM], size - 1))
                .isInstanceOfSatisfying(TooLargeException.class, error -> {
                    assertThat(error.size()).isEqualTo(size);
                    assertThat(error.limit()).isEqualTo(size - 1);
                })
                .hasMessage("a message must be at most %d bytes, was %d", size - 1, size);
    }

    @Test
    void whatHoldsItselfIsRefused() {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);

        assertThatThrownBy(() -> Copy.of(circle, 1_000_000)).isInstanceOf(UnwritableItemException.class);
    }

    @Test
    void textMayBeAsLongAsTheLimit() {
        List<String> text = List.of("x".repeat(25_000_000));

        assertThat(read(Copy.of(text, 26_000_000))).isEqualTo(text);
    }

    private static Object read(Copy copy) {
        return Copy.read(copy.payload(), CopyTest.class.getClassLoader());
    }
}
