package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import reactor.netty.Connection;

/** How RSocket frames travel on a connection: with a length before each over TCP, one a message over WebSocket. */
sealed interface Framing permits TcpFraming, WebSocketFraming {

    /** Adds the handlers that make frames of bytes; they report to the guards. */
    void install(Connection connection, RequestLimits limits, WireProgress progress, InboundGuard guard);

    /** The frame inside an inbound message; shares its content. */
    ByteBuf frame(ByteBuf message);

    /** The length of the frame on the wire, which is more than is there if the rest was discarded. */
    int length(ByteBuf message);

    /** What waits to be written to this connection. */
    Outbox outbox(Connection connection);

    /** Says that nothing more will be sent, if the connection still lives; the peer then closes. */
    void end(Connection connection);
}
