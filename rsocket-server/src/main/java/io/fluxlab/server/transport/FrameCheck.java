package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Judges whether a frame is as long as its own lengths say, which RSocket finds out by an exception. */
final class FrameCheck {

    private static final int LENGTH_BYTES = 3;

    private FrameCheck() {}

    /** What is wrong with a request or payload frame, if anything is. */
    static @Nullable Refusal problem(FrameHeader header, ByteBuf frame) {
        int at = frame.readerIndex() + FrameHeader.BYTES;
        if (header.demandBytes() != 0) {
            if (frame.writerIndex() - at < Integer.BYTES) {
                return Refusal.malformed("the frame is cut short before its initial demand");
            }
            if (frame.getInt(at) <= 0) {
                return Refusal.malformed("the initial demand must be at least 1, was " + frame.getInt(at));
            }
            at += Integer.BYTES;
        }
        return metadataFits(frame, at) ? null : Refusal.malformed("the frame is shorter than its metadata");
    }

    /** Whether the metadata that starts here, if the frame has any, ends within the frame. */
    static boolean metadataFits(ByteBuf frame, int at) {
        if (!FrameHeader.of(frame).has(FrameHeader.FLAG_METADATA)) {
            return true;
        }
        int left = frame.writerIndex() - at - LENGTH_BYTES;
        return left >= 0 && frame.getUnsignedMedium(at) <= left;
    }
}
