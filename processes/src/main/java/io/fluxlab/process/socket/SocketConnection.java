package io.fluxlab.process.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.rsocket.DuplexConnection;
import io.rsocket.RSocketErrorException;
import io.rsocket.frame.ErrorFrameCodec;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;

/**
 * A Netty channel as RSocket sees it, with a length of three bytes before each frame. Frames may be sent from any thread;
 * everything inbound happens on the channel's event loop.
 *
 * <p>Of its own, because Reactor Netty has Unix domain sockets only with native libraries, where the JDK's are enough.
 */
final class SocketConnection extends ChannelInboundHandlerAdapter implements DuplexConnection, Subscription {

    private static final int LENGTH_BYTES = 3;
    private static final int MOST_BYTES = LENGTH_BYTES + 0xFFFFFF;

    private final Channel channel;
    private final Queue<ByteBuf> outbound = new ConcurrentLinkedQueue<>();
    private final AtomicInteger outboundCount = new AtomicInteger();
    private final Sinks.Empty<Void> closed = Sinks.empty();
    private @Nullable CoreSubscriber<? super ByteBuf> receiver;

    /** To be called on the channel's event loop, before the peer sends frames. */
    SocketConnection(Channel channel) {
        this.channel = channel;
        channel.pipeline()
                .addLast(new LengthFieldBasedFrameDecoder(MOST_BYTES, 0, LENGTH_BYTES, 0, LENGTH_BYTES), this);
        channel.closeFuture().addListener(end -> closed.tryEmitEmpty());
    }

    @Override
    public void sendFrame(int streamId, ByteBuf frame) {
        int length = frame.readableBytes();
        ByteBuf message = channel.alloc().directBuffer(LENGTH_BYTES + length);
        message.writeMedium(length).writeBytes(frame);
        frame.release();
        outbound.add(message);
        if (outboundCount.getAndIncrement() == 0) {
            try {
                channel.eventLoop().execute(this::write);
            } catch (RejectedExecutionException e) {
                releaseOutbound(); // the loop has ended, and the channel with it
            }
        }
    }

    /**
     * Writes what waits, in the order in which it came, whatever thread it came from: a frame that the loop itself sends
     * must not overtake one of another thread. Frames that are sent in one go leave in one system call.
     */
    private void write() {
        int taken = outboundCount.get();
        do {
            for (int i = 0; i < taken; i++) {
                channel.write(outbound.remove(), channel.voidPromise());
            }
            taken = outboundCount.addAndGet(-taken);
        } while (taken != 0);
        channel.flush();
    }

    private void releaseOutbound() {
        for (ByteBuf message = outbound.poll(); message != null; message = outbound.poll()) {
            message.release();
        }
    }

    @Override
    public void sendErrorAndClose(RSocketErrorException error) {
        sendFrame(0, ErrorFrameCodec.encode(channel.alloc(), 0, error));
        channel.eventLoop().execute(channel::close);
    }

    @Override
    public Flux<ByteBuf> receive() {
        return new Flux<>() {
            @Override
            public void subscribe(CoreSubscriber<? super ByteBuf> subscriber) {
                receiver = subscriber;
                subscriber.onSubscribe(SocketConnection.this);
            }
        };
    }

    /** RSocket asks for all there is: demand is each stream's own. */
    @Override
    public void request(long n) {
        Operators.validate(n);
    }

    @Override
    public void cancel() {
        channel.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf frame = (ByteBuf) message;
        try {
            CoreSubscriber<? super ByteBuf> subscriber = receiver;
            if (subscriber != null) {
                subscriber.onNext(frame);
            }
        } finally {
            frame.release();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(new ClosedChannelException());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(cause);
        channel.close();
    }

    private void end(Throwable cause) {
        CoreSubscriber<? super ByteBuf> subscriber = receiver;
        receiver = null;
        if (subscriber != null) {
            subscriber.onError(cause);
        }
    }

    @Override
    public ByteBufAllocator alloc() {
        return channel.alloc();
    }

    @Override
    public SocketAddress remoteAddress() {
        return channel.remoteAddress();
    }

    @Override
    public Mono<Void> onClose() {
        return closed.asMono();
    }

    @Override
    public void dispose() {
        channel.close();
    }

    @Override
    public boolean isDisposed() {
        return !channel.isOpen();
    }
}
