package io.fluxlab.process.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.rsocket.DuplexConnection;
import io.rsocket.RSocketErrorException;
import io.rsocket.frame.ErrorFrameCodec;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;

/**
 * A child's one connection, without an event loop: a thread that waits for frames, and whoever has a frame to send sends it.
 * Every hand-over between threads costs an empty task some 20 µs. Thread-safe; a parent that does not read holds up its
 * child, which has nobody else to serve.
 */
final class BlockingConnection implements DuplexConnection {

    private static final int LENGTH_BYTES = 3;
    private static final int USUAL_BYTES = 64 * 1024;

    private final SocketChannel channel;
    private final ByteBufAllocator allocator = ByteBufAllocator.DEFAULT;
    private final Sinks.Empty<Void> closed = Sinks.empty();
    private final Object writing = new Object();

    BlockingConnection(SocketChannel channel) {
        this.channel = channel;
    }

    /** The frames; from its subscription on, a thread reads. */
    @Override
    public Flux<ByteBuf> receive() {
        return new Flux<>() {
            @Override
            public void subscribe(CoreSubscriber<? super ByteBuf> subscriber) {
                subscriber.onSubscribe(Operators.emptySubscription()); // RSocket asks for all there is
                Thread reader = new Thread(() -> read(subscriber), "process-io");
                reader.setDaemon(true);
                reader.start();
            }
        };
    }

    private void read(CoreSubscriber<? super ByteBuf> subscriber) {
        ByteBuf input = allocator.directBuffer(USUAL_BYTES);
        try {
            while (input.writeBytes(channel, input.writableBytes()) >= 0) {
                int missing = deliver(input, subscriber);
                input = withRoomFor(missing, input);
            }
            subscriber.onError(new ClosedChannelException());
        } catch (IOException e) {
            subscriber.onError(e);
        } finally {
            input.release();
            dispose();
        }
    }

    /** Where a frame is still held, a part of a larger payload, its bytes must stay where they are. */
    private ByteBuf withRoomFor(int bytes, ByteBuf input) {
        if (input.refCnt() == 1) {
            return input.discardReadBytes().ensureWritable(bytes);
        }
        ByteBuf next = allocator.directBuffer(Math.max(USUAL_BYTES, input.readableBytes() + bytes));
        next.writeBytes(input);
        input.release();
        return next;
    }

    /** Passes on what is complete, and returns how many bytes the next frame lacks, at least one. */
    private static int deliver(ByteBuf input, CoreSubscriber<? super ByteBuf> subscriber) {
        while (input.readableBytes() >= LENGTH_BYTES) {
            int length = input.getUnsignedMedium(input.readerIndex());
            int missing = LENGTH_BYTES + length - input.readableBytes();
            if (missing > 0) {
                return missing;
            }
            subscriber.onNext(input.skipBytes(LENGTH_BYTES).readSlice(length));
        }
        return LENGTH_BYTES;
    }

    @Override
    public void sendFrame(int streamId, ByteBuf frame) {
        int length = frame.readableBytes();
        ByteBuf message = allocator.directBuffer(LENGTH_BYTES + length);
        // An interrupt is a task's, and would close the channel.
        boolean interrupted = Thread.interrupted();
        try {
            message.writeMedium(length).writeBytes(frame);
            ByteBuffer bytes = message.nioBuffer();
            synchronized (writing) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } catch (IOException e) {
            dispose();
        } finally {
            frame.release();
            message.release();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void sendErrorAndClose(RSocketErrorException error) {
        sendFrame(0, ErrorFrameCodec.encode(allocator, 0, error));
        dispose();
    }

    @Override
    public ByteBufAllocator alloc() {
        return allocator;
    }

    @Override
    public SocketAddress remoteAddress() {
        try {
            return channel.getRemoteAddress();
        } catch (IOException e) {
            throw new IllegalStateException("the connection is closed", e);
        }
    }

    @Override
    public Mono<Void> onClose() {
        return closed.asMono();
    }

    @Override
    public void dispose() {
        try {
            channel.close();
        } catch (IOException e) {
            return; // it is as good as closed
        } finally {
            closed.tryEmitEmpty();
        }
    }

    @Override
    public boolean isDisposed() {
        return !channel.isOpen();
    }
}
