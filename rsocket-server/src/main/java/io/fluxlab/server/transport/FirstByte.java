package io.fluxlab.server.transport;

import io.fluxlab.wire.ErrorBody;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import io.rsocket.frame.ErrorFrameCodec;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells TLS from plain text by the first byte of a connection, and refuses whichever the port does not speak, in plain
 * text, which either peer can tell from what it expects. Touched by the event loop alone.
 *
 * <p>A TLS connection begins with the byte 22 (RFC 8446, section 5.1); a frame of RSocket that began with it would be
 * longer than any that is accepted, and a request of HTTP begins with a letter.
 */
final class FirstByte extends ChannelInboundHandlerAdapter {

    private static final int TLS_HANDSHAKE = 22;
    private static final Refusal TLS_REQUIRED = new Refusal(
            ErrorFrameCodec.REJECTED_SETUP, "tls-required", "this port speaks TLS: connect with tls:// or wss://");
    private static final Refusal TLS_NOT_OFFERED = new Refusal(
            ErrorFrameCodec.REJECTED_SETUP, "tls-not-offered", "this port speaks no TLS: connect with tcp:// or ws://");

    private final Door door;
    private final boolean tls;
    private final Consumer<? super ErrorBody> refusals;
    private boolean refused;

    private FirstByte(Door door, boolean tls, Consumer<? super ErrorBody> refusals) {
        this.door = door;
        this.tls = tls;
        this.refusals = refusals;
    }

    /**
     * Looks at a new channel, before anything else does.
     *
     * @param tls what its port speaks
     */
    static void guard(Channel channel, Door door, boolean tls, Consumer<? super ErrorBody> refusals) {
        channel.pipeline().addFirst(new FirstByte(door, tls, refusals));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            ctx.read();
        } else if (message instanceof ByteBuf bytes && bytes.isReadable()) {
            boolean handshake = bytes.getByte(bytes.readerIndex()) == TLS_HANDSHAKE;
            if (handshake == tls) {
                ctx.fireChannelRead(bytes);
                ctx.pipeline().remove(this);
            } else {
                bytes.release();
                refuse(ctx, tls ? TLS_REQUIRED : TLS_NOT_OFFERED);
            }
        } else {
            ctx.fireChannelRead(message);
        }
    }

    /** Leaves the peer a moment to read why, which closing with bytes unread would take from it. */
    private void refuse(ChannelHandlerContext ctx, Refusal refusal) {
        refused = true;
        refusals.accept(refusal.body());
        ctx.writeAndFlush(door == Door.TCP ? frame(refusal) : response(refusal)).addListener(written -> {
            if (ctx.channel() instanceof DuplexChannel channel) {
                channel.shutdownOutput();
            }
        });
        ctx.executor().schedule(() -> ctx.close(), GuardedConnection.LINGER.toMillis(), TimeUnit.MILLISECONDS);
        ctx.read();
    }

    private static ByteBuf frame(Refusal refusal) {
        ByteBuf frame = ErrorFrameCodec.encode(Unpooled.buffer().alloc(), 0, refusal.toException());
        return Unpooled.wrappedBuffer(
                Unpooled.buffer(FrameSplitter.LENGTH_BYTES).writeMedium(frame.readableBytes()), frame);
    }

    /** As RFC 2817 (section 4.2) has it. */
    private static ByteBuf response(Refusal refusal) {
        String body = refusal.json();
        String head = "HTTP/1.1 426 Upgrade Required\r\n"
                + "Upgrade: TLS/1.2, HTTP/1.1\r\n"
                + "Connection: Upgrade, close\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
        return Unpooled.wrappedBuffer((head + body).getBytes(StandardCharsets.UTF_8));
    }
}
