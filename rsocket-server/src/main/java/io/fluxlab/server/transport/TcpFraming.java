package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.socket.DuplexChannel;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.netty.Connection;

/** Frames with a length of three bytes before each. */
final class TcpFraming implements Framing {

    @Override
    public void install(Connection connection, RequestLimits limits, WireProgress progress, InboundGuard guard) {
        connection.addHandlerLast(new FrameSplitter(mostBytes(limits), progress));
    }

    @Override
    public int mostBytes(RequestLimits limits) {
        return limits.requestBytes() + FrameHeader.BYTES;
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
    public ByteBuf message(ByteBufAllocator allocator, ByteBuf frame) {
        int length = frame.readableBytes();
        try {
            return allocator
                    .directBuffer(FrameSplitter.LENGTH_BYTES + length)
                    .writeMedium(length)
                    .writeBytes(frame);
        } finally {
            frame.release();
        }
    }

    @Override
    public Publisher<Void> send(Connection connection, Flux<ByteBuf> messages) {
        return connection.outbound().send(messages);
    }

    @Override
    public void end(Connection connection) {
        if (connection.channel() instanceof DuplexChannel channel) {
            channel.shutdownOutput();
        }
    }
}
