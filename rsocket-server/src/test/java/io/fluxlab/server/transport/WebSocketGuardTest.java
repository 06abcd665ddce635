package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rsocket.frame.ErrorFrameCodec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class WebSocketGuardTest extends GuardFixture {

    private static final int MEGABYTE = 1 << 20;
    private static final int CHROMIUM_PIECE = 128 * 1024;

    @Override
    Wire wire() {
        return Wire.WEBSOCKET;
    }

    @Test
    void aMegabyteInContinuationFramesIsOneRequest() {
        InetSocketAddress address = serve(limits().withRequests(requests().withRequestBytes(2 * MEGABYTE)));
        RawWebSocketPeer peer = (RawWebSocketPeer) peerSetUp(address);
        peer.sendInPieces(Frames.requestStream(1, 1, "x".repeat(MEGABYTE)), CHROMIUM_PIECE);
        assertThat(peer.expect().text()).isEqualTo(MEGABYTE + " characters");
        assertLivesOn(peer, 3);
    }

    @Test
    void aMegabyteInContinuationFramesIsRefusedIfItIsTooLarge() {
        InetSocketAddress address = serve(limits().withRequests(requests().withRequestBytes(MEGABYTE / 2)));
        RawWebSocketPeer peer = (RawWebSocketPeer) peerSetUp(address);
        peer.sendInPieces(Frames.requestStream(1, 1, "x".repeat(MEGABYTE)), CHROMIUM_PIECE);
        assertRefused(peer.expect(), 1, ErrorFrameCodec.REJECTED, "requestBytes must be at most 524288, was");
        assertLivesOn(peer, 3);
    }

    @Test
    void aMessageFarTooLargeIsSkippedHoweverItComes() {
        RawWebSocketPeer peer = (RawWebSocketPeer) peerSetUp(serve(limits()));
        byte[] large = Frames.requestStream(1, 1, "x".repeat(20 * MEGABYTE));
        int bytes = large.length - FrameHeader.BYTES;
        for (int piece : new int[] {large.length, CHROMIUM_PIECE, 1000}) {
            peer.sendInPieces(large, piece);
            assertRefused(
                    peer.expect(), 1, ErrorFrameCodec.REJECTED, "requestBytes must be at most 65536, was " + bytes);
        }
        assertLivesOn(peer, 3);
    }

    @Test
    void textIsRefused() {
        RawWebSocketPeer peer = (RawWebSocketPeer) peerSetUp(serve(limits()));
        peer.socket().sendText("hello", true).join();
        assertRefused(peer.expect(), 0, ErrorFrameCodec.CONNECTION_ERROR, "binary");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void aFloodOfPingsEndsTheConnection() {
        InetSocketAddress address = serve(limits().withRequests(requests().withControlFramesPerSecond(10)));
        RawWebSocketPeer peer = (RawWebSocketPeer) peerSetUp(address);
        for (int i = 0; i < 30; i++) {
            peer.socket().sendPing(ByteBuffer.allocate(10)).join();
        }
        assertRefused(
                peer.expect(), 0, ErrorFrameCodec.CONNECTION_ERROR, "controlFramesPerSecond must be at most 10, was");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void connectionsBeyondTheLimitAreToldSo() {
        InetSocketAddress address = serve(limits().withConnections(connections().withSetUp(1)));
        RawPeer first = peerSetUp(address);
        assertLivesOn(first, 1);
        assertThatThrownBy(() -> new RawWebSocketPeer(address))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(503));
        assertLivesOn(first, 3);
    }

    @Test
    void plainHttpIsToldToUpgrade() throws IOException, InterruptedException {
        InetSocketAddress address = serve(limits());
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + "/rsocket"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(426);
        assertThat(response.body()).contains("WebSocket");
    }
}
