package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.core.RSocketConnector;
import io.rsocket.frame.ErrorFrameCodec;
import io.rsocket.frame.FrameType;
import io.rsocket.transport.ClientTransport;
import io.rsocket.util.DefaultPayload;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every transport withstands, tried over real sockets; each transport inherits it. */
abstract class GuardContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int KILOBYTE = 1024;

    final Responder responder = new Responder();
    private final List<GuardedTransport> servers = new ArrayList<>();
    private final List<RawPeer> peers = new ArrayList<>();
    private final List<RSocket> clients = new ArrayList<>();

    abstract InetSocketAddress listen(GuardedTransport transport, InetSocketAddress address);

    abstract RawPeer connect(InetSocketAddress address);

    abstract ClientTransport clientTransport(InetSocketAddress address);

    @AfterEach
    void close() {
        peers.forEach(RawPeer::close);
        clients.forEach(RSocket::dispose);
        servers.forEach(server -> server.close().block(PATIENCE));
    }

    final InetSocketAddress serve(TransportLimits limits) {
        GuardedTransport server = GuardedTransport.of(limits, setup -> responder);
        servers.add(server);
        return listen(server, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    final RawPeer peer(InetSocketAddress address) {
        RawPeer peer = connect(address);
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

    private RSocket client(InetSocketAddress address, RSocketConnector connector) {
        RSocket client = connector.connect(clientTransport(address)).block(PATIENCE);
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

    static RequestLimits requests() {
        return RequestLimits.defaults();
    }

    static TimeLimits times() {
        return TimeLimits.defaults();
    }

    @Test
    void anHonestClientIsServed() {
        RSocket client = client(serve(limits()));
        assertServed(client);
        assertThat(client.requestResponse(DefaultPayload.create("data", "metadata"))
                        .block(PATIENCE)
                        .getDataUtf8())
                .isEqualTo("data:metadata");
        assertThat(client.requestChannel(Flux.range(0, 1000).map(i -> DefaultPayload.create("" + i)))
                        .map(Payload::getDataUtf8)
                        .collectList()
                        .block(PATIENCE))
                .hasSize(1000)
                .endsWith("999");
    }

    @Test
    void fragmentsOfAnHonestClientArePutTogether() {
        RSocket client = client(serve(limits()), RSocketConnector.create().fragment(64));
        String data = "d".repeat(20 * KILOBYTE);
        String metadata = "m".repeat(5 * KILOBYTE);
        assertThat(client.requestResponse(DefaultPayload.create(data, metadata))
                        .block(PATIENCE)
                        .getDataUtf8())
                .isEqualTo(data + ":" + metadata);
        assertThat(client.requestChannel(Flux.range(0, 5).map(i -> DefaultPayload.create(i + data)))
                        .map(Payload::getDataUtf8)
                        .collectList()
                        .block(PATIENCE))
                .hasSize(5)
                .endsWith(4 + data);
    }

    @Test
    void demandBeforeTheSourceIsReadyDoesNoHarm() {
        RawPeer peer = peerSetUp(serve(limits()));
        peer.send(Frames.requestStream(1, 1, Responder.LATE));
        peer.send(Frames.demand(1, 100));
        ReceivedFrame frame = peer.expect();
        while (!frame.isLast()) {
            frame = peer.expect();
        }
        assertThat(frame.isError()).isFalse();
    }

    @Test
    void resumptionIsRefused() {
        RawPeer peer = peer(serve(limits()));
        peer.send(Frames.setup(Frames.RESUME, 20_000, 90_000));
        assertRefused(peer.expect(), 0, ErrorFrameCodec.UNSUPPORTED_SETUP, "resumption");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void leaseIsRefused() {
        RawPeer peer = peer(serve(limits()));
        peer.send(Frames.setup(Frames.LEASE, 20_000, 90_000));
        assertRefused(peer.expect(), 0, ErrorFrameCodec.UNSUPPORTED_SETUP, "lease");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void keepAliveOfZeroIsRefused() {
        RawPeer peer = peer(serve(limits()));
        peer.send(Frames.setup(0, 0, 90_000));
        assertRefused(
                peer.expect(), 0, ErrorFrameCodec.INVALID_SETUP, "keepAliveInterval must be between 100 and", "was 0");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void lifetimeOfForeverIsRefused() {
        RawPeer peer = peer(serve(limits()));
        peer.send(Frames.setup(0, 20_000, Integer.MAX_VALUE));
        assertRefused(peer.expect(), 0, ErrorFrameCodec.INVALID_SETUP, "keepAliveMaxLifetime", "2147483647");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void aConnectionThatBeginsWithARequestIsRefused() {
        RawPeer peer = peer(serve(limits()));
        peer.send(Frames.requestStream(1, 1, Responder.TEN));
        assertRefused(peer.expect(), 0, ErrorFrameCodec.INVALID_SETUP, "SETUP");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void aSecondSetupIsRefused() {
        RawPeer peer = peerSetUp(serve(limits()));
        peer.send(Frames.setup());
        assertRefused(peer.expect(), 0, ErrorFrameCodec.CONNECTION_ERROR, "set up already");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void aConnectionWithoutSetupIsClosed() {
        RawPeer peer = peer(serve(limits().withTimes(times().withFirstFrame(Duration.ofMillis(300)))));
        assertRefused(peer.expect(), 0, ErrorFrameCodec.INVALID_SETUP, "firstFrameMillis is 300");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void aConnectionThatIsSetUpOutlivesTheTimeForItsFirstFrame() {
        RawPeer peer = peer(serve(limits().withTimes(times().withFirstFrame(Duration.ofMillis(300)))));
        peer.send(Frames.setup(0, 1_000, 90_000));
        assertThat(peer.next().map(ReceivedFrame::type)).contains(FrameType.KEEPALIVE);
        assertLivesOn(peer, 1);
    }

    @Test
    void aCutSetupIsClosed() {
        RawPeer peer = peer(serve(limits().withTimes(times().withFirstFrame(Duration.ofMillis(300)))));
        peer.sendPart(Frames.setup(), 20);
        assertRefused(peer.expect(), 0, ErrorFrameCodec.INVALID_SETUP, "firstFrameMillis is 300");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void anUnfinishedFrameIsClosed() {
        RawPeer peer = peerSetUp(serve(limits().withTimes(times().withUnfinished(Duration.ofMillis(300)))));
        peer.sendPart(Frames.requestStream(1, 1, "x".repeat(KILOBYTE)), 100);
        assertRefused(peer.expect(), 0, ErrorFrameCodec.CONNECTION_ERROR, "unfinishedMillis is 300");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void aSilentConnectionIsClosed() {
        RawPeer peer = peer(serve(limits().withTimes(times().withIdle(Duration.ofMillis(400)))));
        peer.send(Frames.setup(0, 300, 900));
        assertRefused(peer.expect(), 0, ErrorFrameCodec.CONNECTION_CLOSE, "idleMillis is 400");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void anOversizedRequestIsRefusedAndTheConnectionLivesOn() {
        RawPeer peer = peerSetUp(serve(limits().withRequests(requests().withRequestBytes(KILOBYTE))));
        peer.send(Frames.requestStream(1, 1, "x".repeat(2 * KILOBYTE)));
        assertRefused(peer.expect(), 1, ErrorFrameCodec.REJECTED, "requestBytes is 1024", "2052");
        assertLivesOn(peer, 3);
    }

    @Test
    void oversizedFragmentsAreRefusedAndTheConnectionLivesOn() {
        RawPeer peer = peerSetUp(serve(limits().withRequests(requests().withRequestBytes(KILOBYTE))));
        byte[] piece = new byte[200];
        peer.send(Frames.requestStream(1, 1, FrameHeader.FLAG_FOLLOWS, piece));
        for (int i = 0; i < 20; i++) {
            peer.send(Frames.payload(1, FrameHeader.FLAG_FOLLOWS, piece));
        }
        assertRefused(peer.expect(), 1, ErrorFrameCodec.REJECTED, "requestBytes is 1024");
        assertLivesOn(peer, 3);
    }

    @Test
    void tooManyUnfinishedRequestsAreRefused() {
        RawPeer peer = peerSetUp(serve(limits().withRequests(requests().withUnfinished(2, 1 << 20))));
        for (int streamId = 1; streamId <= 5; streamId += 2) {
            peer.send(Frames.requestStream(streamId, 1, FrameHeader.FLAG_FOLLOWS, new byte[100]));
        }
        assertRefused(peer.expect(), 5, ErrorFrameCodec.REJECTED, "unfinishedRequests is 2");
        assertLivesOn(peer, 7);
    }

    @Test
    void tooManyUnfinishedBytesAreRefused() {
        RequestLimits few = requests().withRequestBytes(KILOBYTE).withUnfinished(16, 2 * KILOBYTE);
        RawPeer peer = peerSetUp(serve(limits().withRequests(few)));
        for (int streamId = 1; streamId <= 5; streamId += 2) {
            peer.send(Frames.requestStream(streamId, 1, FrameHeader.FLAG_FOLLOWS, new byte[800]));
        }
        assertRefused(peer.expect(), 5, ErrorFrameCodec.REJECTED, "unfinishedBytes is 2048");
        assertLivesOn(peer, 7);
    }

    @Test
    void aRequestThatIsNeverFinishedIsRefused() {
        RawPeer peer = peerSetUp(serve(limits().withTimes(times().withUnfinished(Duration.ofMillis(300)))));
        peer.send(Frames.requestStream(1, 1, FrameHeader.FLAG_FOLLOWS, new byte[100]));
        assertRefused(peer.expect(), 1, ErrorFrameCodec.REJECTED, "unfinishedMillis is 300");
        assertLivesOn(peer, 3);
    }

    @Test
    void cutAndSenselessFramesAreRefusedAndTheConnectionLivesOn() {
        RawPeer peer = peerSetUp(serve(limits()));
        peer.send(Frames.frame(1, FrameType.REQUEST_STREAM, 0, out -> out.writeShort(1)));
        assertRefused(peer.expect(), 1, ErrorFrameCodec.INVALID, "cut short");
        peer.send(Frames.requestStream(3, 0, Responder.TEN));
        assertRefused(peer.expect(), 3, ErrorFrameCodec.INVALID, "initial demand must be at least 1, was 0");
        peer.send(Frames.frame(5, FrameType.REQUEST_RESPONSE, FrameHeader.FLAG_METADATA, out -> {
            out.writeByte(0);
            out.writeShort(500);
            out.writeBytes("short");
        }));
        assertRefused(peer.expect(), 5, ErrorFrameCodec.INVALID, "shorter than its metadata");
        peer.send(Frames.requestStream(6, 1, Responder.TEN));
        assertRefused(peer.expect(), 6, ErrorFrameCodec.INVALID, "odd ids");
        peer.send(Frames.requestStream(7, 1, Responder.NEVER));
        peer.send(Frames.demand(7, 0));
        assertRefused(peer.expect(), 7, ErrorFrameCodec.INVALID, "REQUEST_N");
        peer.send(Frames.requestStream(9, 1, FrameHeader.FLAG_FOLLOWS, new byte[100]));
        peer.send(Frames.demand(9, 1));
        assertRefused(peer.expect(), 9, ErrorFrameCodec.INVALID, "before the request was complete");
        peer.send(Frames.requestStream(11, 1, Responder.NEVER));
        peer.send(Frames.requestStream(11, 1, Responder.NEVER));
        assertRefused(peer.expect(), 11, ErrorFrameCodec.INVALID, "open already");
        await().untilAsserted(() -> assertThat(responder.running).hasValue(0));
        assertLivesOn(peer, 13);
    }

    @Test
    void surplusStreamsAreRefusedAndAllOthersAreServed() {
        InetSocketAddress address = serve(limits());
        RawPeer attacker = peerSetUp(address);
        RSocket other = client(address);
        int streams = 100_000;
        int limit = requests().streamsPerConnection();
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < streams; i++) {
                attacker.send(Frames.requestStream(2 * i + 1, 1, Responder.NEVER));
            }
        });
        assertRefused(
                attacker.expect(),
                2 * limit + 1,
                ErrorFrameCodec.REJECTED,
                "\"code\":\"limit-exceeded\"",
                "\"message\":\"streamsPerConnection is 256: ",
                "\"field\":\"streamsPerConnection\",\"value\":257");
        assertServed(other);
        for (int refused = 1; refused < streams - limit; refused++) {
            assertThat(attacker.expect().errorCode()).isEqualTo(ErrorFrameCodec.REJECTED);
        }
        sender.join();
        assertServed(other);
        assertThat(responder.running).hasValue(limit);
        attacker.send(Frames.cancel(1));
        assertLivesOn(attacker, 2 * streams + 1);
    }

    @Test
    void aFloodOfKeepAlivesEndsTheConnection() {
        RawPeer peer = peerSetUp(serve(limits().withRequests(requests().withControlFramesPerSecond(10))));
        for (int i = 0; i < 30; i++) {
            peer.send(Frames.keepAlive());
        }
        assertRefused(peer.expect(), 0, ErrorFrameCodec.CONNECTION_ERROR, "controlFramesPerSecond is 10");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void aMetadataPushIsIgnoredAndAFloodOfThemEndsTheConnection() {
        RawPeer peer = peerSetUp(serve(limits().withRequests(requests().withControlFramesPerSecond(10))));
        peer.send(Frames.metadataPush());
        assertLivesOn(peer, 1);
        for (int i = 0; i < 30; i++) {
            peer.send(Frames.metadataPush());
        }
        assertRefused(peer.expect(), 0, ErrorFrameCodec.CONNECTION_ERROR, "controlFramesPerSecond is 10");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void payloadsThatNobodyAskedForEndTheirChannelOnly() {
        RawPeer peer = peerSetUp(serve(limits()));
        peer.send(Frames.frame(1, FrameType.REQUEST_CHANNEL, 0, out -> {
            out.writeInt(1);
            out.writeBytes("first");
        }));
        for (int i = 0; i < 1000; i++) {
            peer.send(Frames.payload(1, 0, Frames.bytes("more")));
        }
        ReceivedFrame frame = peer.expect();
        while (!frame.isError()) {
            frame = peer.expect();
        }
        assertRefused(frame, 1, ErrorFrameCodec.INVALID, "malformed-frame");
        assertLivesOn(peer, 3);
    }

    /** A peer with unbounded demand that reads nothing until it is asked to. */
    private RawPeer stalled(InetSocketAddress address) {
        RawPeer peer = peerSetUp(address);
        peer.send(Frames.requestStream(1, Integer.MAX_VALUE, Responder.FLOOD));
        return peer;
    }

    @Test
    void aPeerThatDoesNotReadHoldsUpItsOwnStreamOnly() {
        InetSocketAddress address = serve(limits());
        RawPeer stalled = stalled(address);
        RSocket other = client(address);
        assertServed(other);
        await().during(Duration.ofMillis(500)).until(responder.produced::get, produced -> produced < 20_000);
        int before = responder.produced.get();
        for (int i = 0; i < before; i++) {
            stalled.expect();
        }
        await().untilAsserted(() -> assertThat(responder.produced.get()).isGreaterThan(before));
        stalled.send(Frames.cancel(1));
        await().untilAsserted(() -> assertThat(responder.running).hasValue(0));
    }

    @Test
    void morePendingThanTheHardCapEndsTheConnection() {
        OutboundLimits narrow = new OutboundLimits(KILOBYTE, KILOBYTE, 2 * KILOBYTE, 2 * KILOBYTE, 64);
        InetSocketAddress address = serve(limits().withOutbound(narrow));
        stalled(address);
        await().untilAsserted(() -> assertThat(responder.running).hasValue(1));
        await().untilAsserted(() -> assertThat(responder.running).hasValue(0));
        assertThat(servers.get(0).connections()).isZero();
    }

    @Test
    void closingEndsWhatIsOpen() {
        InetSocketAddress address = serve(limits());
        RawPeer peer = peerSetUp(address);
        peer.send(Frames.requestStream(1, 1, Responder.NEVER));
        await().untilAsserted(() -> assertThat(responder.running).hasValue(1));
        servers.get(0).close().block(PATIENCE);
        assertRefused(peer.expect(), 0, ErrorFrameCodec.CONNECTION_CLOSE, "the server stops");
        assertThat(peer.isClosedByServer()).isTrue();
        assertThat(responder.running).hasValue(0);
        assertThat(servers.get(0).connections()).isZero();
    }
}
