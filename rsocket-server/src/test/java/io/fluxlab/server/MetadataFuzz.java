package io.fluxlab.server;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.fluxlab.server.fuzz.Parts;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.util.DefaultPayload;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/** The metadata of requests: composite, routing, authentication, and what is none of them. */
class MetadataFuzz {

    private static final int STREAM = 0;
    private static final int CHANNEL = 1;
    private static final int RESPONSE = 2;

    private static FuzzedServer server;

    @BeforeAll
    static void serve() {
        server = FuzzedServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<byte[]> metadata() {
        return Stream.of(STREAM, CHANNEL, RESPONSE)
                .flatMap(interaction -> SampleMetadata.all().map(metadata -> Parts.script(interaction, metadata)));
    }

    @MethodSource("metadata")
    @FuzzTest
    void whateverMetadataSaysIsAnsweredOrRefused(byte[] script) {
        Parts parts = Parts.of(script);
        Payload payload = DefaultPayload.create(new byte[0], parts.next());
        RSocket client = server.client(false).rsocket();
        server.expectAnswer(
                switch (parts.manner() % 3) {
                    case STREAM -> client.requestStream(payload);
                    case CHANNEL -> client.requestChannel(Flux.just(payload));
                    default -> client.requestResponse(payload);
                });
    }
}
