package io.fluxlab.kept;

import io.fluxlab.wire.WireFormat;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * An event of a kept run as it is kept, or several of them as a list. Its bytes are shared, and never written to.
 *
 * @param seq its number in its run, or that of the first
 * @param next the number from which on to watch after it
 * @param cbor the event, in {@link WireFormat#CBOR}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record EncodedEvent(long seq, long next, byte[] cbor) {

    private static final int CBOR_LIST = 0x9f;
    private static final int CBOR_END = 0xff;

    /** These events as a list; there is at least one. */
    public static EncodedEvent list(List<EncodedEvent> events) {
        int size = 2;
        for (EncodedEvent event : events) {
            size += event.cbor.length;
        }
        ByteBuffer all = ByteBuffer.allocate(size).put((byte) CBOR_LIST);
        events.forEach(event -> all.put(event.cbor));
        all.put((byte) CBOR_END);
        return new EncodedEvent(events.get(0).seq, events.get(events.size() - 1).next, all.array());
    }

    /** The event's bytes in this format. */
    public byte[] in(WireFormat format) {
        return format == WireFormat.CBOR ? cbor : format.convert(WireFormat.CBOR, cbor);
    }
}
