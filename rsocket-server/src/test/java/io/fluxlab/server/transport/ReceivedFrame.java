package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.rsocket.frame.FrameType;
import java.nio.charset.StandardCharsets;

/**
 * A frame that a server sent.
 *
 * @param errorCode of an error frame, else 0
 * @param text the data of a payload, or the message of an error
 */
record ReceivedFrame(int streamId, FrameType type, int flags, int errorCode, String text) {

    static ReceivedFrame of(byte[] bytes) {
        ByteBuf frame = Unpooled.wrappedBuffer(bytes);
        FrameHeader header = FrameHeader.of(frame);
        frame.skipBytes(FrameHeader.BYTES);
        int errorCode = header.type() == FrameType.ERROR ? frame.readInt() : 0;
        return new ReceivedFrame(
                header.streamId(), header.type(), header.flags(), errorCode, frame.toString(StandardCharsets.UTF_8));
    }

    boolean isError() {
        return type == FrameType.ERROR;
    }

    boolean isLast() {
        return isError() || (flags & FrameHeader.FLAG_COMPLETE) != 0;
    }
}
