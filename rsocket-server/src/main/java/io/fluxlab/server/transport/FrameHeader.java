package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.rsocket.frame.FrameHeaderCodec;
import io.rsocket.frame.FrameType;
import java.util.Arrays;

/**
 * The header of an RSocket frame, read without moving the buffer's indices and without trusting the rest of it.
 *
 * @param type {@link FrameType#RESERVED} for a type that the protocol does not know
 */
record FrameHeader(int streamId, FrameType type, int flags) {

    static final int BYTES = 6;

    static final int FLAG_METADATA = 0b01_0000_0000;
    static final int FLAG_FOLLOWS = FrameHeaderCodec.FLAGS_F;
    static final int FLAG_COMPLETE = FrameHeaderCodec.FLAGS_C;
    static final int FLAG_NEXT = FrameHeaderCodec.FLAGS_N;

    private static final int CODES = 64;
    private static final FrameType[] TYPES = typesByCode();

    private static final int TYPE_SHIFT = 10;
    private static final int FLAGS_MASK = 0b11_1111_1111;

    /** Reads the header of a frame that has at least {@link #BYTES} bytes. */
    static FrameHeader of(ByteBuf frame) {
        int start = frame.readerIndex();
        int typeAndFlags = frame.getUnsignedShort(start + Integer.BYTES);
        return new FrameHeader(frame.getInt(start), TYPES[typeAndFlags >> TYPE_SHIFT], typeAndFlags & FLAGS_MASK);
    }

    /** The two bytes that hold type and flags. */
    static int typeAndFlags(FrameType type, int flags) {
        return type.getEncodedType() << TYPE_SHIFT | flags;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Bytes between the header and the metadata or data: requests that may be answered more than once carry a demand. */
    int demandBytes() {
        return type.hasInitialRequestN() ? Integer.BYTES : 0;
    }

    private static FrameType[] typesByCode() {
        FrameType[] types = new FrameType[CODES];
        Arrays.fill(types, FrameType.RESERVED);
        for (FrameType type : FrameType.values()) {
            if (type.getEncodedType() < CODES) {
                types[type.getEncodedType()] = type;
            }
        }
        return types;
    }
}
