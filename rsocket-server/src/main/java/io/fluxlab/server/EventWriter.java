package io.fluxlab.server;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.run.RunEvent;
import io.fluxlab.wire.RunEventWriter;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.Unpooled;
import io.rsocket.Payload;
import io.rsocket.util.ByteBufPayload;
import java.io.UncheckedIOException;

/** Writes what a lab answers to one request as payloads, one event each. Not thread-safe. */
final class EventWriter {

    private final WireFormat format;
    private final RunEventWriter runEvents;
    private final int mostBytes;

    EventWriter(WireFormat format, int mostBytes) {
        this.format = format;
        this.runEvents = format.eventWriter();
        this.mostBytes = mostBytes;
    }

    /**
     * The event as a payload, which lies on the heap and need not be released; fails if it is too large for one, or if an
     * item in it is of a type that can't travel.
     */
    Payload write(Object event) {
        byte[] bytes;
        try {
            bytes = switch (event) {
                case RunEvent runEvent -> runEvents.write(runEvent);
                case Listings.Encoded encoded -> encoded.bytes();
                default -> format.write(event);
            };
        } catch (UncheckedIOException e) {
            throw new BrokenRunException(
                    "unwritable-item", "an item of the run can't be written as " + format.mimeType());
        }
        if (bytes.length > mostBytes) {
            throw RejectedRequestException.limit("responseBytes", mostBytes, bytes.length);
        }
        return ByteBufPayload.create(Unpooled.wrappedBuffer(bytes));
    }
}
