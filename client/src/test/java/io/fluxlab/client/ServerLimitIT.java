package io.fluxlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.run.RunRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

/** Whoever comes over the network meets the server's limits, as a typed exception. */
class ServerLimitIT {

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ws"})
    void limitOfTheServerIsARejection(String scheme) {
        RunRequest request = RunRequest.of("count", "bounded-elastic").withConcurrency(100_000);
        try (ServedLab served = ServedLab.start();
                LabClient client = LabClient.connect(served.uri(scheme))) {
            StepVerifier.create(client.run(request))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(RejectedRequestException.class)
                            .hasMessageContaining("concurrencyPerRun"));
        }
    }
}
