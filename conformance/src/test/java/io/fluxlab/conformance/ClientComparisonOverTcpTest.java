package io.fluxlab.conformance;

import io.fluxlab.comparison.ComparisonEvent;
import org.testng.annotations.Test;
import reactor.core.publisher.Flux;

/** A comparison that a client asks for over Tcp. */
@Test
public final class ClientComparisonOverTcpTest extends ClientVerification<ComparisonEvent> {

    public ClientComparisonOverTcpTest() {
        super(ClientVerification::tcp);
    }

    @Override
    Flux<ComparisonEvent> stream() {
        return Streams.comparison(client());
    }
}
