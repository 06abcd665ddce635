package io.fluxlab.conformance;

import io.fluxlab.run.RunEvent;
import org.testng.annotations.Test;
import reactor.core.publisher.Flux;

/** A run that a client asks for over WebSocket. */
@Test
public final class ClientRunOverWebSocketTest extends ClientVerification<RunEvent> {

    public ClientRunOverWebSocketTest() {
        super(ClientVerification::webSocket);
    }

    @Override
    Flux<RunEvent> stream() {
        return Streams.run(client(), "parallel");
    }
}
