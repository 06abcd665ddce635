package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages of binary frames and their continuations, each with its length before it; of what is longer than a
 * message may be, only the beginning is kept. Lets the closing handshake pass, counts pings and pongs, and refuses text.
 * Touched by the event loop alone.
 */
final class WebSocketMessages extends ChannelInboundHandlerAdapter {

    private final int mostBytes;
    private final WebSocketSplitter splitter;
    private final InboundGuard guard;
    private @Nullable ByteBuf begun;
    private long length;

    /**
     * @param mostBytes what a message may carry
     */
    WebSocketMessages(int mostBytes, WebSocketSplitter splitter, InboundGuard guard) {
        this.mostBytes = mostBytes;
        this.splitter = splitter;
        this.guard = guard;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof WebSocketFrame frame) || frame instanceof CloseWebSocketFrame) {
            ctx.fireChannelRead(message);
        } else if (frame instanceof PingWebSocketFrame || frame instanceof PongWebSocketFrame) {
            control(ctx, frame);
        } else {
            data(ctx, frame);
        }
    }

    private void control(ChannelHandlerContext ctx, WebSocketFrame frame) {
        if (guard.countControlFrame() && frame instanceof PingWebSocketFrame) {
            ctx.fireChannelRead(frame);
        } else {
            ReferenceCountUtil.release(frame);
            ctx.read();
        }
    }

    private void data(ChannelHandlerContext ctx, WebSocketFrame frame) {
        boolean isLast = frame.isFinalFragment();
        long cut = splitter.takeCutBytes();
        if (frame instanceof TextWebSocketFrame) {
            guard.refuse(Refusal.connection("RSocket travels in binary messages, this one is text"));
        } else {
            add(ctx, frame, cut);
        }
        frame.release();
        ByteBuf whole = isLast ? begun : null;
        splitter.decoded(isLast, isLast || begun == null ? 0 : begun.readableBytes());
        if (whole == null) {
            ctx.read();
        } else {
            begun = null;
            whole.setInt(whole.readerIndex(), (int) Math.min(Integer.MAX_VALUE, length));
            ctx.fireChannelRead(whole);
        }
    }

    private void add(ChannelHandlerContext ctx, WebSocketFrame frame, long cut) {
        ByteBuf content = frame.content();
        ByteBuf message = begun;
        if (message == null) {
            if (frame instanceof ContinuationWebSocketFrame) {
                return; // of a text, which was refused
            }
            message = ctx.alloc().buffer(Integer.BYTES + content.readableBytes());
            message.writeInt(0);
            begun = message;
            length = 0;
        }
        length += content.readableBytes() + cut;
        int room = Integer.BYTES + mostBytes - message.readableBytes();
        message.writeBytes(content, Math.min(room, content.readableBytes()));
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        ByteBuf rest = begun;
        if (rest != null) {
            begun = null;
            rest.release();
        }
    }
}
