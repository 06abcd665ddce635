package io.fluxlab.server;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.wire.WireFormat;
import io.rsocket.Payload;
import io.rsocket.util.DefaultPayload;
import java.io.UncheckedIOException;

/** Writes what a lab says as payloads, one event each. Immutable. */
final class EventWriter {

    private final int mostBytes;

    EventWriter(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The event as a payload; fails if it is too large for one, or if an item in it is of a type that can't travel. */
    Payload write(Object event, WireFormat format) {
        byte[] bytes;
        try {
            bytes = format.write(event);
        } catch (UncheckedIOException e) {
            throw new BrokenRunException(
                    "unwritable-item", "an item of the run can't be written as " + format.mimeType());
        }
        if (bytes.length > mostBytes) {
            throw RejectedRequestException.limit("responseBytes", mostBytes, bytes.length);
        }
        return DefaultPayload.create(bytes);
    }
}
