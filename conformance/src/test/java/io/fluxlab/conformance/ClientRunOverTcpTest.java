package io.fluxlab.conformance;

import io.fluxlab.run.RunEvent;
import org.testng.annotations.Test;
import reactor.core.publisher.Flux;

/** A run that a client asks for over Tcp. */
@Test
public final class ClientRunOverTcpTest extends ClientVerification<RunEvent> {

    public ClientRunOverTcpTest() {
        super(ClientVerification::tcp);
    }

    @Override
    Flux<RunEvent> stream() {
        return Streams.run(client(), "parallel");
    }
}
