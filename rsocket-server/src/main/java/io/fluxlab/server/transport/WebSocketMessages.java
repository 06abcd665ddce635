package io.fluxlab.server.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/** Lets binary frames and the closing handshake pass, counts pings and pongs, and refuses text. */
final class WebSocketMessages extends ChannelInboundHandlerAdapter {

    private final WebSocketBytes bytes;
    private final InboundGuard guard;

    WebSocketMessages(WebSocketBytes bytes, InboundGuard guard) {
        this.bytes = bytes;
        this.guard = guard;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof WebSocketFrame frame) || passes(frame)) {
            ctx.fireChannelRead(message);
        } else {
            ReferenceCountUtil.release(message);
            ctx.read();
        }
    }

    private boolean passes(WebSocketFrame frame) {
        boolean ping = frame instanceof PingWebSocketFrame;
        boolean pong = frame instanceof PongWebSocketFrame;
        bytes.decoded(frame, ping || pong || frame instanceof CloseWebSocketFrame);
        if (ping || pong) {
            return guard.countControlFrame() && ping;
        }
        if (frame instanceof TextWebSocketFrame) {
            guard.refuse(Refusal.connection("RSocket travels in binary messages, this one is text"));
            return false;
        }
        return true;
    }
}
