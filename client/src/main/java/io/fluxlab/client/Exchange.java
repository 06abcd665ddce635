package io.fluxlab.client;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptEventReader;
import io.fluxlab.run.RunEvent;
import io.fluxlab.wire.Route;
import io.fluxlab.wire.RunEventReader;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.rsocket.Payload;
import io.rsocket.metadata.CompositeMetadataCodec;
import io.rsocket.metadata.TaggingMetadataCodec;
import io.rsocket.metadata.WellKnownMimeType;
import io.rsocket.util.DefaultPayload;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Records as payloads, and payloads as records, in one format. Thread-safe. */
final class Exchange {

    /** What a frame, whose length has 24 bits, can hold beside the longest header of a request. */
    private static final int MOST_BYTES = 0xFFFFFF - 64;

    private static final byte[] NO_DATA = {};
    private static final Map<Route, byte[]> METADATA = new EnumMap<>(Route.class);

    static {
        for (Route route : Route.values()) {
            METADATA.put(route, metadata(route));
        }
    }

    private final WireFormat format;

    Exchange(WireFormat format) {
        this.format = format;
    }

    /** Asks for what needs no data. */
    Payload request(Route route) {
        return DefaultPayload.create(NO_DATA, METADATA.get(route));
    }

    /**
     * Asks for what {@code data} says.
     *
     * @throws InvalidRequestException where that is more than a frame can hold
     */
    Payload request(Route route, Object data) {
        byte[] written = format.write(data);
        byte[] metadata = METADATA.get(route);
        int bytes = written.length + (metadata == null ? 0 : metadata.length);
        if (bytes > MOST_BYTES) {
            throw new InvalidRequestException(
                    "request-too-long",
                    "a request must be at most %d bytes long, its route among them, was %d"
                            .formatted(MOST_BYTES, bytes),
                    List.of());
        }
        return DefaultPayload.create(written, metadata);
    }

    /** What follows the request in a request-channel. */
    Payload data(Object data) {
        return DefaultPayload.create(format.write(data));
    }

    /** Reads answers of this type, and releases their payloads. */
    <T> Function<Payload, T> answers(Class<T> type) {
        return payload -> answer(payload, data -> format.read(new ByteBufInputStream(data), type));
    }

    /** Reads answers as plain values, and releases their payloads. */
    Function<Payload, Map<String, Object>> fields() {
        return payload -> answer(payload, data -> format.readFields(ByteBufUtil.getBytes(data)));
    }

    /** Reads the events of one run, one after the other, and releases their payloads. */
    Function<Payload, RunEvent> runEvents() {
        RunEventReader reader = format.eventReader();
        return payload -> answer(payload, reader::read);
    }

    /** Reads the events of one kept run, one after the other, and releases their payloads. */
    Function<Payload, KeptEvent> keptEvents() {
        KeptEventReader reader = new KeptEventReader(format);
        return payload -> answer(payload, reader::read);
    }

    private static <T> T answer(Payload payload, Function<ByteBuf, T> reading) {
        try {
            return reading.apply(payload.data());
        } catch (UncheckedIOException e) {
            throw new BrokenRunException("unreadable-answer", "the lab's answer can't be read: " + e.getMessage());
        } finally {
            payload.release();
        }
    }

    private static byte[] metadata(Route route) {
        ByteBufAllocator allocator = new UnpooledByteBufAllocator(false, true);
        CompositeByteBuf metadata = allocator.compositeBuffer();
        try {
            CompositeMetadataCodec.encodeAndAddMetadata(
                    metadata,
                    allocator,
                    WellKnownMimeType.MESSAGE_RSOCKET_ROUTING,
                    TaggingMetadataCodec.createTaggingContent(allocator, List.of(route.id())));
            return ByteBufUtil.getBytes(metadata);
        } finally {
            metadata.release();
        }
    }
}
