package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * A request or payload of which fragments are missing. Fragments are copied to the heap, so that many small ones cost
 * what their bytes cost and nothing has to be released. Not thread-safe.
 */
final class UnfinishedRequest {

    private static final int LENGTH_BYTES = 3;

    private final FrameHeader first;
    private final int demand;
    private final long startedNanos;
    private @Nullable ByteBuf metadata;
    private final ByteBuf data = Unpooled.buffer();

    UnfinishedRequest(FrameHeader first, ByteBuf frame, long nowNanos) {
        this.first = first;
        this.demand = first.demandBytes() == 0 ? 0 : frame.getInt(frame.readerIndex() + FrameHeader.BYTES);
        this.startedNanos = nowNanos;
        add(first, frame);
    }

    FrameHeader first() {
        return first;
    }

    long startedNanos() {
        return startedNanos;
    }

    int bytes() {
        return data.readableBytes() + (metadata == null ? 0 : metadata.readableBytes());
    }

    /** Adds a fragment that is known to be well-formed. */
    void add(FrameHeader header, ByteBuf frame) {
        int at = frame.readerIndex() + FrameHeader.BYTES + header.demandBytes();
        if (header.has(FrameHeader.FLAG_METADATA)) {
            int length = frame.getUnsignedMedium(at);
            if (metadata == null) {
                metadata = Unpooled.buffer();
            }
            metadata.writeBytes(frame, at + LENGTH_BYTES, length);
            at += LENGTH_BYTES + length;
        }
        data.writeBytes(frame, at, frame.writerIndex() - at);
    }

    /** The frame that the peer would have sent, had it not cut it into fragments. */
    ByteBuf whole(FrameHeader last) {
        int flags = (first.flags() | (last.flags() & FrameHeader.FLAG_COMPLETE))
                & ~(FrameHeader.FLAG_FOLLOWS | FrameHeader.FLAG_METADATA);
        ByteBuf parts = metadata;
        if (parts != null) {
            flags |= FrameHeader.FLAG_METADATA;
        }
        ByteBuf whole = Unpooled.buffer(bytes() + FrameHeader.BYTES + Integer.BYTES + LENGTH_BYTES);
        whole.writeInt(first.streamId());
        whole.writeShort(FrameHeader.typeAndFlags(first.type(), flags));
        if (first.demandBytes() != 0) {
            whole.writeInt(demand);
        }
        if (parts != null) {
            whole.writeMedium(parts.readableBytes()).writeBytes(parts);
        }
        return whole.writeBytes(data);
    }
}
