package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Counts the bytes that a peer has not taken yet: those queued by any thread for the event loop, and those that the
 * channel keeps because the socket is full. Thread-safe.
 *
 * <p>The channel's water marks must be those of the {@link OutboundLimits}: the channel itself then reports when it is
 * over the high and under the low one.
 */
final class OutboundGauge extends ChannelDuplexHandler {

    private final Channel channel;
    private final OutboundLimits limits;
    private final SharedBudget.Share share;
    private final LongConsumer overflow;
    private final DemandGate responses;
    private final DemandGate requests;

    /** Bytes accepted from any thread that the event loop has not written to the channel yet. */
    private final AtomicLong queued = new AtomicLong();

    /** What the share was last told. */
    private final AtomicLong told = new AtomicLong();

    /**
     * @param share of the bytes of all connections
     * @param overflow ends the connection where the peer leaves so many bytes, which are more than the hard cap; called by any
     *     thread, as often as something is sent then
     */
    OutboundGauge(Channel channel, OutboundLimits limits, SharedBudget.Share share, LongConsumer overflow) {
        this.channel = channel;
        this.overflow = overflow;
        this.share = share;
        this.limits = limits;
        this.responses = limits.gate(() -> channel.isWritable() && queued.get() < limits.highWaterBytes());
        this.requests = limits.gate(() -> pendingBytes() < limits.readPauseBytes());
    }

    /** Open while response streams may go on. */
    DemandGate responses() {
        return responses;
    }

    /** Open while inbound frames may be read. */
    DemandGate requests() {
        return requests;
    }

    long pendingBytes() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return queued.get() + (buffer == null ? 0 : buffer.totalPendingWriteBytes());
    }

    /** Counts a message on its way to the event loop. */
    void accept(int bytes) {
        queued.addAndGet(bytes);
        tell();
    }

    /** Ends the connection where the hard cap does not hold any more. */
    void check() {
        long pending = pendingBytes();
        if (pending > limits.pendingBytes()) {
            overflow.accept(pending);
        }
    }

    private long tell() {
        long now = pendingBytes();
        share.add(now - told.getAndSet(now));
        return now;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        queued.addAndGet(-bytes(message));
        ctx.write(message, promise);
        check();
    }

    private static int bytes(Object message) {
        return switch (message) {
            case ByteBuf frame -> frame.readableBytes();
            case BinaryWebSocketFrame frame -> frame.content().readableBytes();
            default -> 0; // control frames of WebSocket were not queued
        };
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        ctx.flush();
        tell();
        reopen();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        tell();
        reopen();
        ctx.fireChannelWritabilityChanged();
    }

    private void reopen() {
        responses.reopened();
        requests.reopened();
    }
}
