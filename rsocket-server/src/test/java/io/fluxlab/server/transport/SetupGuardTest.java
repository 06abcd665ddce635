package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.rsocket.frame.ErrorFrameCodec;
import io.rsocket.frame.FrameType;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a connection must be like to be accepted and kept. */
@ParameterizedClass
@EnumSource
class SetupGuardTest extends GuardFixture {

    @Parameter
    private Wire wire;

    @Override
    Wire wire() {
        return wire;
    }

    @Test
    void resumptionIsRefused() {
        RawPeer peer = peer(serve(limits()));
        peer.send(Frames.setup(Frames.RESUME, 20_000, 90_000));
        assertRefused(peer.expect(), 0, ErrorFrameCodec.UNSUPPORTED_SETUP, "resumption");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void aConnectionThatBeginsWithResumptionIsRefused() {
        RawPeer peer = peer(serve(limits()));
        peer.send(Frames.frame(0, FrameType.RESUME, 0, out -> {
            out.writeInt(1 << 16);
            out.writeShort(3);
            out.writeBytes("tok");
            out.writeLong(0);
            out.writeLong(0);
        }));
        assertRefused(peer.expect(), 0, ErrorFrameCodec.REJECTED_RESUME, "resumption");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void anotherVersionIsRefused() {
        byte[] setup = Frames.setup();
        setup[FrameHeader.BYTES + 1] = 2;
        RawPeer peer = peer(serve(limits()));
        peer.send(setup);
        assertRefused(peer.expect(), 0, ErrorFrameCodec.UNSUPPORTED_SETUP, "not version 2.0");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void aSetupThatIsShorterThanItSaysIsRefused() {
        InetSocketAddress address = serve(limits());
        byte[] setup = Frames.setup();
        for (int length : new int[] {FrameHeader.BYTES, 12, 20, 40, setup.length - 1}) {
            RawPeer peer = peer(address);
            peer.send(Arrays.copyOf(setup, length));
            assertRefused(peer.expect(), 0, ErrorFrameCodec.INVALID_SETUP, "SETUP frame is cut short");
            assertThat(peer.isClosedByServer()).isTrue();
        }
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
        assertRefused(peer.expect(), 0, ErrorFrameCodec.INVALID_SETUP, "firstFrameMillis must be at most 300, was");
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
        assertRefused(peer.expect(), 0, ErrorFrameCodec.INVALID_SETUP, "firstFrameMillis must be at most 300, was");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void aSilentConnectionIsClosed() {
        RawPeer peer = peer(serve(limits().withTimes(times().withIdle(Duration.ofMillis(400)))));
        peer.send(Frames.setup(0, 300, 900));
        assertRefused(peer.expect(), 0, ErrorFrameCodec.CONNECTION_CLOSE, "idleMillis must be at most 400, was");
        assertThat(peer.isClosedByServer()).isTrue();
    }
}
