package io.fluxlab.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineRateTest {

    private final AtomicLong nanos = new AtomicLong();
    private final LineRate rate = new LineRate(10, nanos::get);

    private long admitted(String kind, int lines) {
        return IntStream.range(0, lines).filter(line -> rate.admits(kind)).count();
    }

    @Test
    void oneKindTakesHalfOfASecondAndAllTogetherTheWhole() {
        assertThat(admitted("one", 100)).isEqualTo(5);
        assertThat(admitted("two", 3)).isEqualTo(3);
        assertThat(admitted("three", 100)).isEqualTo(2);
    }

    @Test
    void theNextSecondHasLinesAgain() {
        admitted("one", 100);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
        assertThat(admitted("one", 1)).isZero();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
        assertThat(admitted("one", 100)).isEqualTo(5);
    }

    @Test
    void whatWasLeftOutIsToldOnceByKind() {
        admitted("one", 100);
        admitted("two", 6);
        assertThat(rate.takeLeftOut()).containsOnly(Map.entry("one", 95L), Map.entry("two", 1L));
        assertThat(rate.takeLeftOut()).isEmpty();
    }

    @Test
    void kindsThatNeverEndTakeNoMemory() {
        IntStream.range(0, 100_000).forEach(kind -> rate.admits("kind " + kind));
        assertThat(rate.takeLeftOut()).hasSizeLessThanOrEqualTo(65).containsKey("others");
    }

    @Test
    void aClockThatIsSetBackSilencesNothing() {
        AtomicLong wall = new AtomicLong(TimeUnit.DAYS.toNanos(1));
        LineRate ofWallClock = new LineRate(1, wall::get);
        assertThat(ofWallClock.admits("one")).isTrue();
        wall.set(0);
        assertThat(ofWallClock.admits("one")).isTrue();
    }

    @Test
    void aRateOfNothingIsNoRate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LineRate(0, System::nanoTime))
                .withMessage("linesPerSecond must be at least 1, was 0");
    }
}
