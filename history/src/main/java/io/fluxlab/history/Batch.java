package io.fluxlab.history;

import io.fluxlab.kept.EncodedEvent;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.wire.WireFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive events of one run. Immutable, as long as nobody writes to its bytes.
 *
 * @param first number of the first event
 * @param last number of the last one
 * @param events how many they are
 * @param content each event with its number and length before it; null where the events are not kept
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Batch(long first, long last, long events, byte @Nullable [] content) {

    /** In place of events that are not kept. */
    static Batch missing(long first, long last, long events) {
        return new Batch(first, last, events, null);
    }

    /** Bytes that it takes, uncompressed. */
    int bytes() {
        return content == null ? 0 : content.length;
    }

    /** The events from this number on. */
    List<EncodedEvent> from(long seq) {
        byte[] bytes = content;
        if (bytes == null) {
            byte[] gap = WireFormat.CBOR.write(new KeptEvent.Missing(first, last, events));
            return last < seq ? List.of() : List.of(new EncodedEvent(first, last + 1, gap));
        }
        List<EncodedEvent> found = new ArrayList<>();
        BatchBytes.Reader reader = new BatchBytes.Reader(bytes);
        while (reader.hasMore()) {
            long number = reader.seq();
            byte[] event = reader.event(number >= seq);
            if (number >= seq) {
                found.add(new EncodedEvent(number, number + 1, event));
            }
        }
        return List.copyOf(found);
    }
}
