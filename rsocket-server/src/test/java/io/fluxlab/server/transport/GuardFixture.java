package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.core.RSocketConnector;
import io.rsocket.frame.FrameType;
import io.rsocket.util.DefaultPayload;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import reactor.core.publisher.Mono;

/** Servers, clients and attackers over real sockets, all closed after each test. */
abstract class GuardFixture {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final int KILOBYTE = 1024;

    final Responder responder = new Responder();
    final List<GuardedTransport> servers = new ArrayList<>();
    final Refused refused = new Refused();
    private final List<RawPeer> peers = new ArrayList<>();
    private final List<RSocket> clients = new ArrayList<>();

    abstract Wire wire();

    @AfterEach
    void close() {
        peers.forEach(RawPeer::close);
        clients.forEach(RSocket::dispose);
        servers.forEach(server -> server.close().block(PATIENCE));
    }

    InetSocketAddress serve(TransportLimits limits) {
        GuardedTransport server = GuardedTransport.of(limits, (setup, peer) -> Mono.just(responder), refused);
        servers.add(server);
        return wire().listen(server, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    final RawPeer peer(InetSocketAddress address) {
        RawPeer peer = wire().connect(address);
        peers.add(peer);
        return peer;
    }

    final RawPeer peerSetUp(InetSocketAddress address) {
        RawPeer peer = peer(address);
        peer.send(Frames.setup());
        return peer;
    }

    final RSocket client(InetSocketAddress address) {
        return client(address, RSocketConnector.create());
    }

    final RSocket client(InetSocketAddress address, RSocketConnector connector) {
        RSocket client = connector.connect(wire().client(address)).block(PATIENCE);
        clients.add(client);
        return client;
    }

    static void assertServed(RSocket client) {
        assertThat(client.requestStream(DefaultPayload.create(Responder.TEN))
                        .map(Payload::getDataUtf8)
                        .collectList()
                        .block(PATIENCE))
                .hasSize(10);
    }

    /** Asks for ten answers on a stream of its own, past whatever else still comes in. */
    static void assertLivesOn(RawPeer peer, int streamId) {
        peer.send(Frames.requestStream(streamId, 100, Responder.TEN));
        ReceivedFrame frame = peer.expect();
        while (frame.streamId() != streamId || !frame.isLast()) {
            frame = peer.expect();
        }
        assertThat(frame.isError()).as("%s", frame).isFalse();
    }

    static void assertRefused(ReceivedFrame frame, int streamId, int errorCode, String... words) {
        assertThat(frame.type()).as("%s", frame).isEqualTo(FrameType.ERROR);
        assertThat(frame.streamId()).isEqualTo(streamId);
        assertThat(frame.errorCode()).as("%s", frame).isEqualTo(errorCode);
        assertThat(frame.text()).startsWith("{\"code\":").contains(words);
    }

    static TransportLimits limits() {
        return TransportLimits.defaults();
    }

    static ConnectionLimits connections() {
        return ConnectionLimits.defaults();
    }

    static RequestLimits requests() {
        return RequestLimits.defaults();
    }

    static TimeLimits times() {
        return TimeLimits.defaults();
    }
}
