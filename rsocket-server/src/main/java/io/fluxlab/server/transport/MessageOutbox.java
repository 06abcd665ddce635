package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.util.List;

/** Each frame a binary message of a WebSocket. */
final class MessageOutbox extends Outbox {

    MessageOutbox(Channel channel) {
        super(channel);
    }

    @Override
    int bytes(ByteBuf frame) {
        return frame.readableBytes();
    }

    @Override
    void append(ByteBuf frame, Channel to, List<Object> complete) {
        int bytes = frame.readableBytes();
        ByteBuf copy = to.alloc().directBuffer(bytes).writeBytes(frame, frame.readerIndex(), bytes);
        complete.add(new BinaryWebSocketFrame(copy));
    }

    @Override
    void seal(Channel to, List<Object> complete) {
        // every message is complete from the start
    }
}
