package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.util.DefaultPayload;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

/** What becomes of answers: that nobody reads, and that many threads give at once. */
@ParameterizedClass
@EnumSource
class OutboundGuardTest extends GuardFixture {

    private static final int PENDING = 1 << 20;

    @Parameter
    private Wire wire;

    @Override
    Wire wire() {
        return wire;
    }

    /** Answers that pile up would soon be more than the hard cap. */
    private static TransportLimits strict() {
        OutboundLimits outbound = OutboundLimits.defaults().withResponseBytes(64 * KILOBYTE, PENDING);
        return limits().withOutbound(outbound).withRequests(requests().withStreamsPerConnection(1));
    }

    @Test
    void aPeerThatReadsNoAnswersIsNotReadEither() {
        int requests = 2_000; // more than the sockets buffer between them
        String data = "x".repeat(16 * KILOBYTE);
        RawPeer peer = peerSetUp(serve(strict()));
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < requests; i++) {
                peer.send(Frames.requestResponse(2 * i + 1, data));
            }
        });
        await().during(Duration.ofMillis(500)).until(responder.answered::get, answered -> answered < requests);
        assertThat(sent).isNotDone();
        for (int i = 0; i < requests; i++) {
            assertThat(peer.expect().text()).hasSizeGreaterThan(data.length());
        }
        sent.join();
        assertLivesOn(peer, 2 * requests + 1);
    }

    @Test
    void framesThatManyThreadsSendAtOnceArriveWholeAndInOrder() {
        RSocket client = client(serve(limits()));
        List<List<String>> answers = Flux.range(0, 16)
                .flatMapSequential(stream -> client.requestStream(DefaultPayload.create(Responder.MIXED))
                        .map(Payload::getDataUtf8)
                        .collectList())
                .collectList()
                .block(PATIENCE);
        assertThat(answers)
                .hasSize(16)
                .allSatisfy(answer -> assertThat(answer)
                        .isEqualTo(IntStream.range(0, Responder.MIXED_ANSWERS)
                                .mapToObj(Responder::mixed)
                                .toList()));
    }
}
