package io.fluxlab.client;

import io.rsocket.ConnectionSetupPayload;
import io.rsocket.RSocket;
import io.rsocket.SocketAcceptor;
import io.rsocket.core.RSocketServer;
import io.rsocket.transport.ServerTransport;
import io.rsocket.transport.netty.server.CloseableChannel;
import io.rsocket.transport.netty.server.TcpServerTransport;
import io.rsocket.transport.netty.server.WebsocketServerTransport;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** A lab's end of the wire: a stock RSocket server that answers what a test says. Thread-safe. */
final class FakeServer implements AutoCloseable {

    private final List<RSocket> peers = new CopyOnWriteArrayList<>();
    private final List<String> mimeTypes = new CopyOnWriteArrayList<>();
    private final SocketAcceptor acceptor;
    private final CloseableChannel channel;

    private FakeServer(SocketAcceptor acceptor, ServerTransport<CloseableChannel> transport) {
        this.acceptor = acceptor;
        this.channel = RSocketServer.create(this::accept).bindNow(transport);
    }

    static FakeServer tcp(RSocket responder) {
        return tcp(SocketAcceptor.with(responder));
    }

    static FakeServer tcp(SocketAcceptor acceptor) {
        return tcp(0, acceptor);
    }

    static FakeServer tcp(int port, SocketAcceptor acceptor) {
        return new FakeServer(acceptor, TcpServerTransport.create("127.0.0.1", port));
    }

    static FakeServer webSocket(RSocket responder) {
        return new FakeServer(SocketAcceptor.with(responder), WebsocketServerTransport.create("127.0.0.1", 0));
    }

    int port() {
        return channel.address().getPort();
    }

    URI uri(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + port());
    }

    /** How many connections were ever made. */
    int connections() {
        return peers.size();
    }

    /** The data format of each connection's set-up. */
    List<String> mimeTypes() {
        return mimeTypes;
    }

    /** Breaks every connection. */
    void breakConnections() {
        peers.forEach(RSocket::dispose);
    }

    @Override
    public void close() {
        channel.dispose();
        breakConnections();
    }

    private Mono<RSocket> accept(ConnectionSetupPayload setup, RSocket peer) {
        mimeTypes.add(setup.dataMimeType() + " " + setup.metadataMimeType());
        peers.add(peer);
        return acceptor.accept(setup, peer);
    }
}
