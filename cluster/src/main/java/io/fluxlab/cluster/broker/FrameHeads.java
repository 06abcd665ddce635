package io.fluxlab.cluster.broker;

import io.fluxlab.cluster.broker.Refusals.Cause;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Finds the head of each frame in what a connection sends, in whatever pieces it comes, and keeps nothing else. The
 * broker's protocol begins with a greeting; a frame is its length (four bytes, without themselves), its type (one byte), and the rest.
 * Not thread-safe.
 */
final class FrameHeads {

    private static final byte[] GREETING = "ARTEMIS".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH_BYTES = Integer.BYTES;

    private final Check check;
    private int greeted;
    private int headBytes;
    private int length;
    private int rest;

    /** What is said to the head of a frame. */
    interface Check {

        /** A frame of this type begins, and has so many bytes. */
        void frame(byte type, int bytes) throws UnwelcomeException;
    }

    FrameHeads(Check check) {
        this.check = check;
    }

    /** Looks at what has come, and moves no index of it. */
    void read(ByteBuf come) throws UnwelcomeException {
        int index = come.readerIndex();
        while (index < come.writerIndex()) {
            if (rest > 0) {
                int skipped = Math.min(rest, come.writerIndex() - index);
                rest -= skipped;
                index += skipped;
            } else {
                next(come.getByte(index));
                index++;
            }
        }
    }

    private void next(byte value) throws UnwelcomeException {
        if (greeted < GREETING.length) {
            if (value != GREETING[greeted]) {
                throw new UnwelcomeException(Cause.OTHER_PROTOCOL, "it does not speak the protocol of workers");
            }
            greeted++;
        } else if (headBytes < LENGTH_BYTES) {
            length = (length << Byte.SIZE) | (value & 0xff);
            headBytes++;
        } else {
            begin(value);
        }
    }

    private void begin(byte type) throws UnwelcomeException {
        if (length < 1) {
            throw new UnwelcomeException(Cause.OTHER_PROTOCOL, "it sent a frame of %d bytes".formatted(length));
        }
        check.frame(type, length);
        rest = length - 1;
        length = 0;
        headBytes = 0;
    }
}
