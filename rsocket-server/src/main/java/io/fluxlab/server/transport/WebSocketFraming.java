package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import reactor.netty.Connection;
import reactor.netty.http.websocket.WebsocketInbound;

/**
 * One frame in each binary message. Browsers cut messages above some 64 KiB into continuation frames; they are put
 * together first.
 */
final class WebSocketFraming implements Framing {

    @Override
    public void install(Connection connection, RequestLimits limits, WireProgress progress, InboundGuard guard) {
        WebSocketBytes bytes = new WebSocketBytes(progress);
        connection.channel().pipeline().addFirst(bytes);
        connection.addHandlerLast(new WebSocketMessages(bytes, guard));
        ((WebsocketInbound) connection.inbound()).aggregateFrames(mostBytes(limits));
    }

    /**
     * What is longer than a request may be has to be read before its stream can be told; what is far longer ends the
     * connection instead.
     */
    @Override
    public int mostBytes(RequestLimits limits) {
        return (int) Math.min(Integer.MAX_VALUE / 2, 4L * limits.requestBytes() + FrameHeader.BYTES);
    }

    @Override
    public ByteBuf frame(ByteBuf message) {
        return message;
    }

    @Override
    public int length(ByteBuf message) {
        return message.readableBytes();
    }

    @Override
    public Outbox outbox(Connection connection) {
        return new MessageOutbox(connection.channel());
    }

    @Override
    public void end(Connection connection) {
        connection.channel().writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE));
    }
}
