package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.server.fuzz.Exchange;
import io.fluxlab.server.fuzz.Parts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/**
 * Peers that close before the server has come to all that they sent; the leak check after this class tells what became of
 * the buffers.
 */
@ParameterizedClass
@EnumSource
class AbandonedFramesTest extends GuardFixture {

    private static final int PEERS = 20;

    @Parameter
    private Wire wire;

    @Override
    Wire wire() {
        return wire;
    }

    @Test
    void framesBehindASetUpThatIsStillJudgedAreNotKept() {
        GuardedTransport judging =
                GuardedTransport.of(limits(), (setup, peer) -> Mono.never(), new TransportListener() {});
        servers.add(judging);
        InetSocketAddress address = wire.listen(judging, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        byte[] script = Parts.script(
                FrameScript.AFTER_SET_UP,
                Frames.requestStream(1, 1, Responder.TEN),
                Frames.requestStream(3, 1, "x".repeat(KILOBYTE)));
        for (int i = 0; i < PEERS; i++) {
            assertThat(
                            wire == Wire.TCP
                                    ? Exchange.of(address, FrameScript.bytes(script))
                                    : Exchange.of(address, WebSocketScript.UPGRADE, WebSocketScript.messages(script)))
                    .isEmpty();
        }
        await().untilAsserted(() -> assertThat(judging.connections()).isZero());
    }
}
