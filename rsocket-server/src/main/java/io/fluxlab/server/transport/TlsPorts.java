package io.fluxlab.server.transport;

import io.fluxlab.wire.ErrorBody;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServer;
import reactor.netty.tcp.TcpServer;

/** Has all ports of a transport speak TLS, or none, and tells of peers that do otherwise. Thread-safe. */
final class TlsPorts {

    private final @Nullable SslContext context;
    private final Duration handshake;
    private final TransportListener listener;

    /**
     * @param context null for plain text
     * @param handshake how long a handshake may take
     */
    TlsPorts(@Nullable SslContext context, Duration handshake, TransportListener listener) {
        this.context = context;
        this.handshake = handshake;
        this.listener = listener;
    }

    TcpServer secure(TcpServer server) {
        SslContext used = context;
        return used == null ? server : server.secure(tls -> tls.sslContext(used).handshakeTimeout(handshake));
    }

    HttpServer secure(HttpServer server) {
        SslContext used = context;
        return used == null ? server : server.secure(tls -> tls.sslContext(used).handshakeTimeout(handshake));
    }

    /** Looks after a new channel until it is clear that it speaks what it should. */
    void guard(Channel channel, Door door) {
        Peer peer = Peer.of(door, channel);
        FirstByte.guard(channel, door, context != null, why -> listener.refused(peer, why));
        SslHandler handler = channel.pipeline().get(SslHandler.class);
        if (handler != null) {
            handler.handshakeFuture().addListener(done -> {
                if (done.cause() instanceof SSLException failed) { // and not one who has just left
                    listener.refused(peer, failure(failed));
                }
            });
        }
    }

    private static ErrorBody failure(SSLException cause) {
        return new ErrorBody("tls-handshake-failed", "the TLS handshake failed: " + cause.getMessage(), List.of());
    }
}
