package io.fluxlab.conformance;

import io.fluxlab.server.transport.GuardedTransport;
import io.rsocket.transport.ClientTransport;
import io.rsocket.transport.netty.client.TcpClientTransport;
import java.net.InetSocketAddress;
import reactor.core.publisher.Mono;

/** Over TCP. */
class TcpTransportTest extends GuardedTransportContract {

    @Override
    Mono<InetSocketAddress> listen(GuardedTransport transport, InetSocketAddress address) {
        return transport.listenTcp(address);
    }

    @Override
    ClientTransport towards(InetSocketAddress address) {
        return TcpClientTransport.create(address);
    }
}
