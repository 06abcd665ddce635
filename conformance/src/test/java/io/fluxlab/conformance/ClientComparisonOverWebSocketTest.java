package io.fluxlab.conformance;

import io.fluxlab.comparison.ComparisonEvent;
import org.testng.annotations.Test;
import reactor.core.publisher.Flux;

/** A comparison that a client asks for over WebSocket. */
@Test
public final class ClientComparisonOverWebSocketTest extends ClientVerification<ComparisonEvent> {

    public ClientComparisonOverWebSocketTest() {
        super(ClientVerification::webSocket);
    }

    @Override
    Flux<ComparisonEvent> stream() {
        return Streams.comparison(client());
    }
}
