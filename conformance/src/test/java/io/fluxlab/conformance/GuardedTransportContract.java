package io.fluxlab.conformance;

import io.fluxlab.server.transport.GuardedTransport;
import io.fluxlab.server.transport.OutboundLimits;
import io.fluxlab.server.transport.RequestLimits;
import io.fluxlab.server.transport.SharedLimits;
import io.fluxlab.server.transport.TransportLimits;
import io.fluxlab.server.transport.TransportListener;
import io.rsocket.RSocket;
import io.rsocket.core.RSocketConnector;
import io.rsocket.test.TestRSocket;
import io.rsocket.test.TransportTest;
import io.rsocket.transport.ClientTransport;
import io.rsocket.transport.local.LocalClientTransport;
import io.rsocket.transport.local.LocalServerTransport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;

/**
 * RSocket's tests of transports against the guarded one, whose limits are as wide as they can be: the tests send millions of
 * payloads and some of a megabyte. The pair that the tests have of their own says what is expected, and speaks with itself.
 */
abstract class GuardedTransportContract implements TransportTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MOST_BYTES = 0xFFFFFF - 64;

    private final TransportPair<String, ?> pair = new TransportPair<>(
            () -> "conformance-" + UUID.randomUUID(),
            (name, server, allocator) -> LocalClientTransport.create(name, allocator),
            (name, allocator) -> LocalServerTransport.create(name));

    private GuardedTransport server;
    private RSocket client;

    /** Listens on a free port. */
    abstract Mono<InetSocketAddress> listen(GuardedTransport transport, InetSocketAddress address);

    /** The way to where the server listens. */
    abstract ClientTransport towards(InetSocketAddress address);

    @BeforeEach
    void serve() {
        TestRSocket responder = new TestRSocket(pair.expectedPayloadData(), pair.expectedPayloadMetadata());
        server = GuardedTransport.of(widest(), (setup, peer) -> Mono.just(responder), new TransportListener() {});
        InetSocketAddress address =
                Objects.requireNonNull(listen(server, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .block(PATIENCE));
        client = Objects.requireNonNull(RSocketConnector.create()
                .maxInboundPayloadSize(Integer.MAX_VALUE)
                .connect(towards(address))
                .block(PATIENCE));
    }

    @AfterEach
    void stop() {
        client.dispose();
        server.close().block(PATIENCE);
    }

    @Override
    public RSocket getClient() {
        return client;
    }

    @Override
    public Duration getTimeout() {
        return PATIENCE;
    }

    @Override
    public TransportPair<String, ?> getTransportPair() {
        return pair;
    }

    /** No test here, as the three below: what has no answer does nothing in a lab, which has no such request. */
    @Override
    public void fireAndForget10() {}

    @Override
    public void largePayloadFireAndForget10() {}

    @Override
    public void metadataPush10() {}

    @Override
    public void largePayloadMetadataPush10() {}

    private static TransportLimits widest() {
        TransportLimits usual = TransportLimits.defaults();
        OutboundLimits outbound = usual.outbound().withResponseBytes(MOST_BYTES, Integer.MAX_VALUE);
        RequestLimits requests = RequestLimits.defaults()
                .withStreamsPerConnection(1_000_000)
                .withRequestBytes(MOST_BYTES)
                .withControlFramesPerSecond(1_000_000);
        return usual.withOutbound(outbound)
                .withRequests(requests)
                .withShared(new SharedLimits(Long.MAX_VALUE / 4, Long.MAX_VALUE / 4, 1 << 20));
    }
}
