package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.socket.DuplexChannel;
import reactor.netty.Connection;

/** Frames with a length of three bytes before each. */
final class TcpFraming implements Framing {

    @Override
    public void install(Connection connection, RequestLimits limits, WireProgress progress, InboundGuard guard) {
        connection.addHandlerLast(new FrameSplitter(limits.frameBytes(), progress));
    }

    @Override
    public ByteBuf frame(ByteBuf message) {
        return message.slice(
                message.readerIndex() + FrameSplitter.LENGTH_BYTES,
                message.readableBytes() - FrameSplitter.LENGTH_BYTES);
    }

    @Override
    public int length(ByteBuf message) {
        return message.getUnsignedMedium(message.readerIndex());
    }

    @Override
    public Outbox outbox(Connection connection) {
        return new StreamOutbox(connection.channel());
    }

    @Override
    public void end(Connection connection) {
        if (connection.channel() instanceof DuplexChannel channel) {
            channel.shutdownOutput();
        }
    }
}
