package io.fluxlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** A client outlives the server it speaks with. */
class ReconnectIT {

    @Test
    void clientUsesTheServerThatComesAfter() {
        var first = ServedLab.start();
        int port = first.tcpPort();
        try (var client = LabClient.connect(first.uri("tcp"))) {
            StepVerifier.create(client.run(ServedLab.ENDLESS))
                    .expectNextCount(3)
                    .then(first::close)
                    .thenConsumeWhile(event -> !(event instanceof RunFinished))
                    .assertNext(
                            event -> assertThat(((RunFinished) event).status()).isEqualTo(Status.CANCELLED))
                    .verifyComplete();
            StepVerifier.create(client.lanes()).verifyError(UnreachableLabException.class);

            try (var second = ServedLab.on(port)) {
                StepVerifier.create(client.run(ServedLab.ENDLESS))
                        .expectNextCount(3)
                        .thenCancel()
                        .verify();
                assertThat(second.tcpPort()).isEqualTo(port);
            }
        }
    }
}
