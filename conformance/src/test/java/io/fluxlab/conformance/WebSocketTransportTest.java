package io.fluxlab.conformance;

import io.fluxlab.server.http.AllowedHosts;
import io.fluxlab.server.transport.GuardedTransport;
import io.rsocket.transport.ClientTransport;
import io.rsocket.transport.netty.client.WebsocketClientTransport;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import reactor.core.publisher.Mono;

/** Over WebSocket. */
class WebSocketTransportTest extends GuardedTransportContract {

    @Override
    Mono<InetSocketAddress> listen(GuardedTransport transport, InetSocketAddress address) {
        return transport.listenHttp(address, AllowedHosts.of(List.of()), pages -> {});
    }

    @Override
    ClientTransport towards(InetSocketAddress address) {
        return WebsocketClientTransport.create(URI.create("ws://127.0.0.1:" + address.getPort() + "/rsocket"));
    }
}
