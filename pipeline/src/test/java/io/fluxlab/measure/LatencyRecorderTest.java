package io.fluxlab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatencyRecorderTest {
    private static final Percentage THREE_DIGITS = Percentage.withPercentage(0.1);

    private final LatencyRecorder recorder = new LatencyRecorder();

    @Test
    void nothingRecordedIsNoLatency() {
        assertThat(recorder.interval()).isEqualTo(Latency.NONE);
        assertThat(recorder.total()).isEqualTo(Latency.NONE);
    }

    @Test
    void percentilesAreRightToThreeDigits() {
        IntStream.rangeClosed(1, 10_000).forEach(i -> recorder.record(i * 1_000L));

        Latency latency = recorder.total();

        assertThat(latency.p50Nanos()).isCloseTo(5_000_000, THREE_DIGITS);
        assertThat(latency.p99Nanos()).isCloseTo(9_900_000, THREE_DIGITS);
        assertThat(latency.maxNanos()).isCloseTo(10_000_000, THREE_DIGITS);
        assertThat(latency.count()).isEqualTo(10_000);
    }

    @Test
    void anIntervalHoldsWhatCameSinceTheLastAndTheTotalHoldsAll() {
        recorder.record(1_000);
        assertThat(recorder.interval().count()).isEqualTo(1);

        recorder.record(2_000_000);
        recorder.record(3_000_000);

        assertThat(recorder.total().count()).isEqualTo(3);
        Latency interval = recorder.interval();
        assertThat(interval.count()).isEqualTo(2);
        assertThat(interval.p50Nanos()).isCloseTo(2_000_000, THREE_DIGITS);
        assertThat(recorder.interval()).isEqualTo(Latency.NONE);
        assertThat(recorder.total().maxNanos()).isCloseTo(3_000_000, THREE_DIGITS);
    }

    @Test
    void whatIsOutOfRangeCountsAtItsEnds() {
        recorder.record(-5);
        recorder.record(Long.MAX_VALUE);

        Latency latency = recorder.total();

        assertThat(latency.p50Nanos()).isZero();
        assertThat(latency.maxNanos()).isCloseTo(Duration.ofHours(1).toNanos(), THREE_DIGITS);
    }

    @Test
    void latenciesOfManyThreadsAllCount() {
        CompletableFuture<?>[] writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, 50_000).forEach(recorder::record)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> all = CompletableFuture.allOf(writers);
        long counted = 0;
        while (!all.isDone()) {
            counted += recorder.interval().count();
        }

        assertThat(counted + recorder.interval().count()).isEqualTo(200_000);
        assertThat(recorder.total().count()).isEqualTo(200_000);
    }

    @Test
    void figuresOutOfOrderAreRefused() {
        assertThatThrownBy(() -> new Latency(2, 1, 3, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p50 2, p99 1, max 3");
    }
}
