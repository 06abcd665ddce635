package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rsocket.frame.ErrorFrameCodec;
import io.rsocket.frame.FrameType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of frames that no client of RSocket would send. */
@ParameterizedClass
@EnumSource
class FrameGuardTest extends GuardFixture {

    @Parameter
    private Wire wire;

    @Override
    Wire wire() {
        return wire;
    }

    private RawPeer peerWithChannel(TransportLimits limits) {
        RawPeer peer = peerSetUp(serve(limits));
        peer.send(Frames.frame(1, FrameType.REQUEST_CHANNEL, 0, out -> {
            out.writeInt(1);
            out.writeBytes("first");
        }));
        assertThat(peer.expect().text()).isEqualTo("first");
        return peer;
    }

    private static ReceivedFrame expectError(RawPeer peer) {
        ReceivedFrame frame = peer.expect();
        while (!frame.isError()) {
            frame = peer.expect();
        }
        return frame;
    }

    @Test
    void aFrameWithoutHeaderEndsTheConnection() {
        RawPeer peer = peerSetUp(serve(limits()));
        peer.send(new byte[3]);
        assertRefused(peer.expect(), 0, ErrorFrameCodec.CONNECTION_ERROR, "a frame of 3 bytes has no header");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void framesThatServeNothingHereAreIgnored() {
        RawPeer peer = peerSetUp(serve(limits()));
        for (FrameType type : new FrameType[] {FrameType.REQUEST_FNF, FrameType.EXT, FrameType.LEASE}) {
            peer.send(Frames.frame(1, type, 0, out -> out.write(new byte[100])));
            peer.send(Frames.frame(0, type, 0, out -> out.write(new byte[100])));
        }
        peer.send(Frames.frame(0, FrameType.KEEPALIVE, 0, out -> out.writeByte(0)));
        peer.send(Frames.payload(5, 0, Frames.bytes("of no stream")));
        peer.send(Frames.cancel(5));
        peer.send(Frames.demand(5, 1));
        assertLivesOn(peer, 3);
        assertThat(responder.running).hasValue(0);
    }

    @Test
    void aControlFrameThatIsTooLongEndsTheConnection() {
        RawPeer peer = peerSetUp(serve(limits().withRequests(requests().withRequestBytes(KILOBYTE))));
        peer.send(Frames.frame(0, FrameType.KEEPALIVE, 0, out -> out.write(new byte[2 * KILOBYTE])));
        assertRefused(
                peer.expect(), 0, ErrorFrameCodec.CONNECTION_ERROR, "requestBytes must be at most 1024, was 2048");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void aPayloadWithoutFlagsEndsItsChannelOnly() {
        RawPeer peer = peerWithChannel(limits());
        peer.send(Frames.frame(1, FrameType.PAYLOAD, 0, out -> out.writeBytes("data")));
        assertRefused(expectError(peer), 1, ErrorFrameCodec.INVALID, "must carry NEXT, COMPLETE or both");
        assertLivesOn(peer, 3);
    }

    @Test
    void aCutErrorFrameEndsItsStreamOnly() {
        RawPeer peer = peerSetUp(serve(limits()));
        peer.send(Frames.requestStream(1, 1, Responder.NEVER));
        peer.send(Frames.frame(1, FrameType.ERROR, 0, out -> out.writeByte(0)));
        assertRefused(peer.expect(), 1, ErrorFrameCodec.INVALID, "the ERROR frame is cut short");
        await().untilAsserted(() -> assertThat(responder.running).hasValue(0));
        assertLivesOn(peer, 3);
    }

    @Test
    void aPayloadThatIsNeverFinishedEndsTheConnection() {
        RawPeer peer = peerWithChannel(limits().withTimes(times().withUnfinished(Duration.ofMillis(300))));
        peer.send(Frames.payload(1, FrameHeader.FLAG_FOLLOWS, new byte[100]));
        assertRefused(
                expectError(peer), 0, ErrorFrameCodec.CONNECTION_ERROR, "unfinishedMillis must be at most 300, was");
        assertThat(peer.isClosedByServer()).isTrue();
    }
}
