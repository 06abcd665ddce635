package io.fluxlab.server.transport;

import io.fluxlab.server.http.AllowedHosts;
import io.rsocket.transport.ClientTransport;
import io.rsocket.transport.netty.client.TcpClientTransport;
import io.rsocket.transport.netty.client.WebsocketClientTransport;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import reactor.netty.tcp.TcpClient;

/** The two ways to a server. */
enum Wire {
    TCP {
        @Override
        InetSocketAddress listen(GuardedTransport transport, InetSocketAddress address) {
            return Objects.requireNonNull(transport.listenTcp(address).block(PATIENCE));
        }

        @Override
        RawPeer connect(InetSocketAddress address) {
            return new RawTcpPeer(address);
        }

        @Override
        ClientTransport client(InetSocketAddress address) {
            return TcpClientTransport.create(TcpClient.newConnection().remoteAddress(() -> address));
        }
    },
    WEBSOCKET {
        @Override
        InetSocketAddress listen(GuardedTransport transport, InetSocketAddress address) {
            return Objects.requireNonNull(transport
                    .listenHttp(address, AllowedHosts.of(List.of()), pages -> {})
                    .block(PATIENCE));
        }

        @Override
        RawPeer connect(InetSocketAddress address) {
            return new RawWebSocketPeer(address);
        }

        @Override
        ClientTransport client(InetSocketAddress address) {
            return WebsocketClientTransport.create(URI.create("ws://127.0.0.1:" + address.getPort() + "/rsocket"));
        }
    };

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    abstract InetSocketAddress listen(GuardedTransport transport, InetSocketAddress address);

    /** A peer that speaks raw frames. */
    abstract RawPeer connect(InetSocketAddress address);

    /** The transport of an honest client. */
    abstract ClientTransport client(InetSocketAddress address);
}
