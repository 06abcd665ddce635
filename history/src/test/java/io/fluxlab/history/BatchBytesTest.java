package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.kept.EncodedEvent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events as bytes, and back. */
class BatchBytesTest {

    private static Batch batch(long... numbers) {
        BatchBytes.Writer writer = new BatchBytes.Writer();
        for (long number : numbers) {
            writer.add(number, new byte[(int) (number % 300)]);
        }
        return writer.batch();
    }

    @Test
    void numbersAndLengthsOfAnySizeComeBack() {
        long[] numbers = {0, 1, 2, 130, 131, 16_511, 2_000_000_000_000L, Long.MAX_VALUE - 1};
        List<EncodedEvent> events = batch(numbers).from(0);
        assertThat(events)
                .extracting(EncodedEvent::seq)
                .containsExactly(Arrays.stream(numbers).boxed().toArray(Long[]::new));
        assertThat(events).allSatisfy(event -> assertThat(event.cbor()).hasSize((int) (event.seq() % 300)));
    }

    @Test
    void aPartComesFromItsNumberOn() {
        assertThat(batch(5, 8, 9).from(8)).extracting(EncodedEvent::seq).containsExactly(8L, 9L);
        assertThat(batch(5, 8, 9).from(6)).extracting(EncodedEvent::seq).containsExactly(8L, 9L);
        assertThat(batch(5, 8, 9).from(10)).isEmpty();
    }

    @Test
    void whatIsCompressedIsInflated() {
        byte[] bytes = new byte[100_000];
        Arrays.fill(bytes, 0, 50_000, (byte) 7);
        byte[] compressed = BatchBytes.compressed(bytes);
        assertThat(compressed.length).isLessThan(2_000);
        assertThat(BatchBytes.inflated(compressed)).isEqualTo(bytes);
        assertThat(BatchBytes.inflated(BatchBytes.compressed(new byte[0]))).isEmpty();
    }

    @Test
    void whatWasCutIsNotTakenForWhole() {
        byte[] compressed = BatchBytes.compressed(new byte[100_000]);
        assertThatThrownBy(() -> BatchBytes.inflated(Arrays.copyOf(compressed, compressed.length / 2)))
                .isInstanceOf(IllegalStateException.class);
    }
}
