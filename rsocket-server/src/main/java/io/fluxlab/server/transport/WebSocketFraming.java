package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import reactor.netty.Connection;

/**
 * One frame in each binary message. Browsers cut messages above some 64 KiB into continuation frames; they are put
 * together first.
 */
final class WebSocketFraming implements Framing {

    /** What Netty's handshake calls it. */
    private static final String DECODER = "wsdecoder";

    @Override
    public void install(Connection connection, RequestLimits limits, WireProgress progress, InboundGuard guard) {
        WebSocketSplitter splitter = new WebSocketSplitter(limits.frameBytes(), progress);
        connection.channel().pipeline().addBefore(DECODER, null, splitter); // behind TLS, if there is any
        connection.addHandlerLast(new WebSocketMessages(limits.frameBytes(), splitter, guard));
    }

    @Override
    public ByteBuf frame(ByteBuf message) {
        return message.slice(message.readerIndex() + Integer.BYTES, message.readableBytes() - Integer.BYTES);
    }

    @Override
    public int length(ByteBuf message) {
        return message.getInt(message.readerIndex());
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
