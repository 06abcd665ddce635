package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rsocket.RSocket;
import io.rsocket.frame.ErrorFrameCodec;
import io.rsocket.frame.FrameType;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of peers that send or want too much. */
@ParameterizedClass
@EnumSource
class LoadGuardTest extends GuardFixture {

    private static final int MEGABYTE = 1 << 20;

    @Parameter
    private Wire wire;

    @Override
    Wire wire() {
        return wire;
    }

    @Test
    void surplusStreamsAreRefusedAndAllOthersAreServed() {
        InetSocketAddress address = serve(limits());
        RawPeer attacker = peerSetUp(address);
        RSocket other = client(address);
        int streams = 1_000;
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
                "\"message\":\"streamsPerConnection must be at most 256, was 257: ",
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
        assertRefused(
                peer.expect(), 0, ErrorFrameCodec.CONNECTION_ERROR, "controlFramesPerSecond must be at most 10, was");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void whatHasNoAnswerIsReportedToThoseWhoListen() {
        RawPeer peer = peerSetUp(serve(limits()));
        peer.send(Frames.frame(1, FrameType.REQUEST_FNF, 0, out -> out.writeBytes("forget")));
        peer.send(Frames.metadataPush());
        assertLivesOn(peer, 3);
        assertThat(refused.codes()).containsExactly("fire-and-forget", "metadata-push");
    }

    @Test
    void aMetadataPushIsIgnoredAndAFloodOfThemEndsTheConnection() {
        RawPeer peer = peerSetUp(serve(limits().withRequests(requests().withControlFramesPerSecond(10))));
        peer.send(Frames.metadataPush());
        assertLivesOn(peer, 1);
        for (int i = 0; i < 30; i++) {
            peer.send(Frames.metadataPush());
        }
        assertRefused(
                peer.expect(), 0, ErrorFrameCodec.CONNECTION_ERROR, "controlFramesPerSecond must be at most 10, was");
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
        OutboundLimits cap = OutboundLimits.defaults().withResponseBytes(4 * MEGABYTE, 6 * MEGABYTE);
        RawPeer peer = peerSetUp(serve(limits().withOutbound(cap)));
        int streams = 10;
        for (int i = 0; i < streams; i++) {
            peer.send(Frames.requestStream(2 * i + 1, 1, Responder.HELD));
        }
        await().untilAsserted(() -> assertThat(responder.running).hasValue(streams));
        responder.release("x".repeat(3 * MEGABYTE));
        await().untilAsserted(() -> assertThat(responder.running).hasValue(0));
        await().untilAsserted(() -> assertThat(servers.get(0).connections()).isZero());
        assertThat(refused.codes()).containsExactly("limit-exceeded");
        assertThat(refused.messages())
                .singleElement()
                .asString()
                .startsWith("pendingBytes must be at most 6291456, was ")
                .endsWith(": this connection does not take what it asked for, and was closed");
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
