package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.fluxlab.server.fuzz.ContractErrors;
import io.fluxlab.server.fuzz.Exchange;
import io.fluxlab.server.fuzz.Mishaps;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.rsocket.RSocket;
import io.rsocket.core.RSocketConnector;
import io.rsocket.util.DefaultPayload;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** The same over real sockets, TCP and WebSocket, with clients beside it that must notice nothing. */
class ConnectionsFuzz {

    private static final int BETWEEN_CHECKS = 100;

    private static final EchoResponder RESPONDER = new EchoResponder();
    private static final GuardedTransport TRANSPORT = GuardedTransport.of(
            TransportLimits.defaults(), (setup, peer) -> Mono.just(RESPONDER), new TransportListener() {});

    private static InetSocketAddress tcp;
    private static InetSocketAddress http;
    private static List<RSocket> bystanders;
    private static int scripts;

    @BeforeAll
    static void serve() {
        Mishaps.watch();
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        tcp = Wire.TCP.listen(TRANSPORT, anyPort);
        http = Wire.WEBSOCKET.listen(TRANSPORT, anyPort);
        bystanders = List.of(client(Wire.TCP, tcp), client(Wire.WEBSOCKET, http));
    }

    private static RSocket client(Wire wire, InetSocketAddress address) {
        return RSocketConnector.create().connect(wire.client(address)).block(GuardFixture.PATIENCE);
    }

    @AfterAll
    static void close() {
        bystanders.forEach(RSocket::dispose);
        TRANSPORT.close().block(GuardFixture.PATIENCE);
    }

    static Stream<byte[]> conversations() {
        return FrameScripts.conversations();
    }

    @MethodSource("conversations")
    @FuzzTest
    void nobodyElseNoticesWhatOneConnectionSends(byte[] script) {
        ByteBuf answer = Unpooled.wrappedBuffer(Exchange.of(tcp, FrameScript.bytes(script)));
        while (answer.readableBytes() >= FrameSplitter.LENGTH_BYTES) {
            int length = answer.readUnsignedMedium();
            if (length > answer.readableBytes()) {
                break; // the server closed while it was sending
            }
            byte[] frame = new byte[length];
            answer.readBytes(frame);
            ReceivedFrame received = ReceivedFrame.of(frame);
            if (received.isError()) {
                ContractErrors.check(received.errorCode(), received.text());
            }
        }
        Exchange.of(http, WebSocketScript.UPGRADE, WebSocketScript.messages(script));
        if (++scripts % BETWEEN_CHECKS == 0) {
            bystanders.forEach(ConnectionsFuzz::assertServed);
            await().untilAsserted(() -> {
                assertThat(TRANSPORT.connections()).isEqualTo(bystanders.size());
                assertThat(RESPONDER.running()).isZero();
            });
        }
        assertThat(Mishaps.take()).isEmpty();
    }

    private static void assertServed(RSocket client) {
        assertThat(client.requestStream(DefaultPayload.create("ten bytes."))
                        .count()
                        .block(GuardFixture.PATIENCE))
                .isEqualTo(10);
    }
}
