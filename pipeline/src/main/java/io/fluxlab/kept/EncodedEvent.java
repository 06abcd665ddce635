package io.fluxlab.kept;

import io.fluxlab.wire.WireFormat;

/**
 * An event of a kept run as it is kept. Its bytes are shared, and never written to.
 *
 * @param seq its number in its run
 * @param next the number from which on to watch after it
 * @param cbor the event, in {@link WireFormat#CBOR}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record EncodedEvent(long seq, long next, byte[] cbor) {

    /** The event's bytes in this format. */
    public byte[] in(WireFormat format) {
        return format == WireFormat.CBOR ? cbor : format.convert(WireFormat.CBOR, cbor);
    }
}
