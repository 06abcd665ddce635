package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rsocket.frame.ErrorFrameCodec;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class TcpGuardTest extends GuardFixture {

    @Override
    Wire wire() {
        return Wire.TCP;
    }

    @Test
    void aPeerThatSpeaksHttpIsRefused() {
        RawTcpPeer peer = (RawTcpPeer) peer(serve(limits()));
        peer.sendBytes(Frames.bytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        assertRefused(peer.expect(), 0, ErrorFrameCodec.INVALID_SETUP, "requestBytes");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void connectionsBeyondTheLimitAreToldSo() {
        InetSocketAddress address = serve(limits().withConnections(connections().withSetUp(2)));
        RawPeer first = peerSetUp(address);
        assertLivesOn(first, 1);
        assertLivesOn(peerSetUp(address), 1);
        RawPeer third = peerSetUp(address);
        assertRefused(third.expect(), 0, ErrorFrameCodec.REJECTED_SETUP, "connections must be at most 2, was");
        assertThat(third.isClosedByServer()).isTrue();
        assertLivesOn(first, 3);
        first.close();
        await().untilAsserted(() -> assertLivesOn(peerSetUp(address), 1));
    }

    @Test
    void connectionsThatWaitMakeRoomForNewcomers() {
        int waiting = 4;
        InetSocketAddress address = serve(limits().withConnections(connections().withWaiting(waiting)));
        RawPeer first = peerSetUp(address);
        assertLivesOn(first, 1);
        for (int i = 0; i < 2 * waiting; i++) {
            peer(address);
        }
        await().untilAsserted(() -> assertThat(refused.messages())
                .hasSize(waiting)
                .allMatch(message -> message.startsWith("waitingConnections must be at most 4, was 5")));
        assertLivesOn(peerSetUp(address), 1);
        assertLivesOn(first, 3);
    }
}
