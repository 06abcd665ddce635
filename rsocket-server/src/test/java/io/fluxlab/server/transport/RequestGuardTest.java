package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.core.RSocketConnector;
import io.rsocket.frame.ErrorFrameCodec;
import io.rsocket.frame.FrameType;
import io.rsocket.util.DefaultPayload;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

/** What becomes of requests, whole and broken. */
@ParameterizedClass
@EnumSource
class RequestGuardTest extends GuardFixture {

    @Parameter
    private Wire wire;

    @Override
    Wire wire() {
        return wire;
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
    void anUnfinishedFrameIsClosed() {
        RawPeer peer = peerSetUp(serve(limits().withTimes(times().withUnfinished(Duration.ofMillis(300)))));
        peer.sendPart(Frames.requestStream(1, 1, "x".repeat(KILOBYTE)), 100);
        assertRefused(peer.expect(), 0, ErrorFrameCodec.CONNECTION_ERROR, "unfinishedMillis must be at most 300, was");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void anOversizedRequestIsRefusedAndTheConnectionLivesOn() {
        RawPeer peer = peerSetUp(serve(limits().withRequests(requests().withRequestBytes(KILOBYTE))));
        peer.send(Frames.requestStream(1, 1, "x".repeat(2 * KILOBYTE)));
        assertRefused(peer.expect(), 1, ErrorFrameCodec.REJECTED, "requestBytes must be at most 1024, was 2052");
        assertLivesOn(peer, 3);
    }

    @Test
    void aFrameOfTheGreatestLengthIsSkippedAndTheConnectionLivesOn() {
        RawPeer peer = peerSetUp(serve(limits()));
        peer.send(Frames.requestStream(1, 1, "x".repeat(0xFFFFFF - 10)));
        assertRefused(
                peer.expect(),
                1,
                ErrorFrameCodec.REJECTED,
                "requestBytes must be at most 65536, was " + (0xFFFFFF - 6));
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
        assertRefused(peer.expect(), 1, ErrorFrameCodec.REJECTED, "requestBytes must be at most 1024, was");
        assertLivesOn(peer, 3);
    }

    @Test
    void tooManyUnfinishedRequestsAreRefused() {
        RawPeer peer = peerSetUp(serve(limits().withRequests(requests().withUnfinished(2, 1 << 20))));
        for (int streamId = 1; streamId <= 5; streamId += 2) {
            peer.send(Frames.requestStream(streamId, 1, FrameHeader.FLAG_FOLLOWS, new byte[100]));
        }
        assertRefused(peer.expect(), 5, ErrorFrameCodec.REJECTED, "unfinishedRequests must be at most 2, was");
        assertLivesOn(peer, 7);
    }

    @Test
    void tooManyUnfinishedBytesAreRefused() {
        RequestLimits few = requests().withRequestBytes(KILOBYTE).withUnfinished(16, 2 * KILOBYTE);
        RawPeer peer = peerSetUp(serve(limits().withRequests(few)));
        for (int streamId = 1; streamId <= 5; streamId += 2) {
            peer.send(Frames.requestStream(streamId, 1, FrameHeader.FLAG_FOLLOWS, new byte[800]));
        }
        assertRefused(peer.expect(), 5, ErrorFrameCodec.REJECTED, "unfinishedBytes must be at most 2048, was");
        assertLivesOn(peer, 7);
    }

    @Test
    void aRequestThatIsNeverFinishedIsRefused() {
        RawPeer peer = peerSetUp(serve(limits().withTimes(times().withUnfinished(Duration.ofMillis(300)))));
        peer.send(Frames.requestStream(1, 1, FrameHeader.FLAG_FOLLOWS, new byte[100]));
        assertRefused(peer.expect(), 1, ErrorFrameCodec.REJECTED, "unfinishedMillis must be at most 300, was");
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
}
