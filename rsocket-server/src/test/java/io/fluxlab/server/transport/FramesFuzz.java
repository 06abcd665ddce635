package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.fluxlab.server.fuzz.ContractErrors;
import io.fluxlab.server.fuzz.Mishaps;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** Frames, right and wrong ones, and bytes that are no frames, at one connection. */
class FramesFuzz {

    /** What a connection may hold of what came in: one request, and the fragments of unfinished ones. */
    private static final long MOST_BYTES_HELD = 1L << 20;

    private static final EchoResponder RESPONDER = new EchoResponder();
    private static final GuardedTransport TRANSPORT = GuardedTransport.of(
            TransportLimits.defaults(), (setup, peer) -> Mono.just(RESPONDER), new TransportListener() {});

    @BeforeAll
    static void watch() {
        Mishaps.watch();
    }

    static Stream<byte[]> conversations() {
        return FrameScripts.conversations();
    }

    @MethodSource("conversations")
    @FuzzTest
    void everyFrameIsAnsweredOrRefusedAndNothingIsLeft(byte[] script) {
        try (EmbeddedConnection connection = new EmbeddedConnection(TRANSPORT)) {
            connection.receive(FrameScript.bytes(script), FrameScript.pieceBytes(script));
            connection.sent().stream()
                    .filter(ReceivedFrame::isError)
                    .forEach(frame -> ContractErrors.check(frame.errorCode(), frame.text()));
            assertThat(connection.bytesHeld()).isLessThan(MOST_BYTES_HELD);
        }
        assertThat(RESPONDER.running()).as("streams that go on").isZero();
        assertThat(TRANSPORT.connections()).as("connections").isZero();
        assertThat(Mishaps.take()).isEmpty();
    }
}
