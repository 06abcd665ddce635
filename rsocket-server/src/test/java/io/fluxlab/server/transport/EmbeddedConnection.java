package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.channel.ChannelOperations;

/**
 * A connection of a served transport without a socket: bytes in, frames out, all on the caller's thread, so that whatever
 * is wrong shows at once. Closing it checks that every buffer came back.
 */
final class EmbeddedConnection implements AutoCloseable {

    private final UnpooledByteBufAllocator buffers = new UnpooledByteBufAllocator(false, true);
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ByteBuf sent = Unpooled.buffer();

    EmbeddedConnection(GuardedTransport transport) {
        channel.config().setAllocator(buffers);
        ConnectionObserver nobody = ConnectionObserver.emptyListener();
        ChannelOperations.addReactiveBridge(
                channel, (connection, listener, message) -> new ChannelOperations<>(connection, listener), nobody);
        ChannelOperations<?, ?> operations = new ChannelOperations<>(Connection.from(channel), nobody);
        operations.bind();
        transport
                .serve(operations, new TcpFraming(), new Peer(Door.TCP, "embedded", 0))
                .subscribe(operations.disposeSubscriber());
    }

    /** Receives bytes in pieces of at most {@code most}. */
    void receive(byte[] bytes, int most) {
        for (int at = 0; at < bytes.length && channel.isOpen(); at += most) {
            int length = Math.min(most, bytes.length - at);
            channel.writeInbound(buffers.directBuffer(length).writeBytes(bytes, at, length));
        }
    }

    /** Bytes that are held for this connection now. */
    long bytesHeld() {
        return buffers.metric().usedDirectMemory() + buffers.metric().usedHeapMemory();
    }

    /** The frames that were sent since the last call. */
    List<ReceivedFrame> sent() {
        channel.runPendingTasks();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            sent.writeBytes(part);
            part.release();
        }
        List<ReceivedFrame> frames = new ArrayList<>();
        while (sent.readableBytes() >= FrameSplitter.LENGTH_BYTES) {
            byte[] frame = new byte[sent.readUnsignedMedium()];
            sent.readBytes(frame);
            frames.add(ReceivedFrame.of(frame));
        }
        return frames;
    }

    @Override
    public void close() {
        channel.close();
        channel.runPendingTasks();
        channel.checkException();
        channel.finishAndReleaseAll();
        assertThat(bytesHeld()).as("bytes that were not released").isZero();
    }
}
