package io.fluxlab.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.trace.TraceLog;
import io.fluxlab.trace.TraceMark;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.rsocket.Payload;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Items as they leave a child and arrive at its parent. */
class ItemsTest {

    private final ItemWriter writer = new ItemWriter(UnpooledByteBufAllocator.DEFAULT);

    record Point(int x, long y) {}

    record Found(String name, @Nullable Object value, List<Point> points, Map<String, Long> counts) {}

    record Pair<T>(T first, T second) {}

    record Histogram(Map<Integer, Long> counts) {}

    enum Season {
        SUMMER,
        WINTER {
            @Override
            public String toString() {
                return "cold";
            }
        }
    }

    /** No record and no bean: nothing of it is public. */
    static final class Old {
        private int secret;
        private String text = "";

        private Old() {}

        Old(int secret, String text) {
            this.secret = secret;
            this.text = text;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Old old && old.secret == secret && old.text.equals(text);
        }

        @Override
        public int hashCode() {
            return secret;
        }
    }

    static Stream<Object> items() {
        return Stream.of(
                0,
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                5L,
                -0.0,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                true,
                false,
                "",
                "zwölf Jäger, Заяц, 兎, \uD83D\uDC07\n\0",
                "long".repeat(50_000),
                1.5f,
                (short) 3,
                (byte) -1,
                'ж',
                BigInteger.TWO.pow(200),
                new BigDecimal("1.10"),
                UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
                URI.create("tcp://localhost:7878"),
                Locale.GERMANY,
                new byte[] {1, 2, 3},
                new int[] {1, 2, 3},
                new long[0],
                new String[] {"a", "b"},
                new double[][] {{1}, {2, 3}},
                Season.SUMMER,
                Season.WINTER,
                TimeUnit.NANOSECONDS,
                List.of(),
                Arrays.asList(42, null, "hello"),
                List.of(1, 2L, 3.0, 4f, (short) 5, 'c', BigInteger.ONE, true, "text"),
                List.of(List.of(1L), Set.of(2L), Map.of("three", 3L)),
                List.of(new Point(1, 2), Season.WINTER),
                Set.of(1L, "one"),
                Map.of(),
                Map.of("a", 1L, "b", List.of(new Point(1, 2))),
                new TreeMap<>(Map.of("z", 1, "a", 2)),
                Collections.singletonMap("nothing", null),
                new Point(1, Long.MIN_VALUE),
                new Found("a", null, List.of(), Map.of()),
                new Found("b", 7L, List.of(new Point(1, 2)), Map.of("x", 1L)),
                new Found("c", new Point(3, 4), List.of(new Point(1, 2), new Point(3, 4)), Map.of()),
                new Found("d", List.of(1, 2L, Season.SUMMER), List.of(), Map.of()),
                new Pair<>(1L, 2L),
                new Pair<Object>(new Pair<>("a", 1L), new Point(0, 0)),
                new Histogram(Map.of(1, 2L, 3, 4L)),
                new Old(7, "seven"));
    }

    @AfterEach
    void discard() {
        writer.discard();
    }

    @ParameterizedTest
    @MethodSource("items")
    void anItemArrivesAsItWas(Object item) {
        writer.add(item);

        Object arrived = arrivedAlone();

        assertThat(ItemTypes.of(arrived)).isEqualTo(ItemTypes.of(item));
        assertThat(arrived).isEqualTo(item);
    }

    @Test
    void itemsOfDifferentTypesShareAFrameInTheirOrder() {
        List<Object> items = List.of(1, new Point(1, 2), new Point(3, 4), "text", Season.SUMMER, new Point(5, 6), 2L);

        items.forEach(writer::add);

        assertThat(arrived()).isEqualTo(items);
    }

    @Test
    void anItemTravelsAsItWasWhenItWasAdded() {
        List<Integer> item = new ArrayList<>(List.of(1));
        writer.add(item);
        item.add(2);

        assertThat(arrivedAlone()).isEqualTo(List.of(1));
    }

    @Test
    void aFrameIsFullAtSoManyItemsOrBytes() {
        assertThat(IntStream.rangeClosed(1, 512).filter(item -> writer.add(item)))
                .containsExactly(512);
        writer.discard();
        assertThat(writer.add("x".repeat(64 * 1024))).isTrue();
    }

    @Test
    void theEndOfATaskComesBehindItsItems() {
        writer.add("last");
        writer.end(123_456_789_012L);

        ItemReader reader = read(writer.take());

        assertThat(reader.next()).isEqualTo("last");
        assertThat(reader.hasEnded()).isFalse();
        assertThat(reader.next()).isNull();
        assertThat(reader.hasEnded()).isTrue();
        assertThat(reader.cpuNanos()).isEqualTo(123_456_789_012L);
        assertThat(writer.isEmpty()).isTrue();
    }

    @Test
    void whatThreadsDidComesBesideTheItems() {
        TraceLog.Kept kept = new TraceLog.Kept(
                List.of(
                        new TraceMark(1, "worker", TraceMark.Kind.WROTE, "x", "3"),
                        new TraceMark(2, "worker", TraceMark.Kind.ENDED, null, null)),
                7);
        writer.add("last");
        writer.trace(kept);
        writer.end(-1);

        ItemReader reader = read(writer.take());

        assertThat(reader.next()).isEqualTo("last");
        assertThat(reader.trace()).isNull();
        assertThat(reader.next()).isNull();
        assertThat(reader.trace()).isEqualTo(kept);
    }

    static Stream<Object> unwritable() {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);
        Runnable lambda = () -> {};
        return Stream.of(
                Thread.currentThread(),
                new Object(),
                lambda,
                InputStream.nullInputStream(),
                Stream.of(1),
                new Pair<>(1, Thread.currentThread()),
                new Pair<>(1, lambda),
                new Random(1),
                new ReentrantLock(),
                new BitSet(),
                Map.of(1, "one"),
                List.of(Map.of(1L, "one")),
                Map.of(new Point(1, 2), "point"),
                Optional.of("x"),
                List.of(new Object()),
                Duration.ofSeconds(1),
                circle);
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void anItemThatCanNotTravelIsNamedAndTheOthersArrive(Object item) {
        writer.add("before");

        assertThatThrownBy(() -> writer.add(item))
                .isInstanceOf(UnwritableItemException.class)
                .hasMessageStartingWith(
                        "an item of %s can't travel to another process: ",
                        item.getClass().getName());

        writer.add("after");
        assertThat(arrived()).isEqualTo(List.of("before", "after"));
    }

    private Object arrivedAlone() {
        List<Object> arrived = arrived();
        assertThat(arrived).hasSize(1);
        return arrived.get(0);
    }

    private List<Object> arrived() {
        ItemReader reader = read(writer.take());
        List<Object> arrived = new ArrayList<>();
        for (Object item = reader.next(); item != null; item = reader.next()) {
            arrived.add(item);
        }
        return arrived;
    }

    /** Reads the frame where another process would: nothing of the writer's buffer is shared. */
    private static ItemReader read(Payload frame) {
        ByteBuf copy = Unpooled.copiedBuffer(frame.data());
        frame.release();
        return new ItemReader(copy, ItemsTest.class.getClassLoader());
    }
}
