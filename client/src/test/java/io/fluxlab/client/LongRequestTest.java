package io.fluxlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.run.RunRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that is too long fails alone. */
class LongRequestTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ws"})
    void requestThatNoFrameHoldsIsNotSentAndTheConnectionGoesOn(String scheme) {
        try (ServedLab served = ServedLab.start();
                LabClient lab = LabClient.connect(served.uri(scheme))) {
            long lanes = lab.lanes().count().block(PATIENCE);
            var running = lab.run(ServedLab.ENDLESS).limitRate(1).subscribe(event -> {}, error -> {});

            assertThatThrownBy(() -> lab.run(ofLength(17_000_000)).blockLast(PATIENCE))
                    .isInstanceOfSatisfying(
                            InvalidRequestException.class,
                            error -> assertThat(error.code()).isEqualTo("request-too-long"))
                    .hasMessageContaining("at most 16777151 bytes long");
            assertThatThrownBy(() -> lab.run(ofLength(100_000)).blockLast(PATIENCE))
                    .isInstanceOf(RejectedRequestException.class);

            assertThat(running.isDisposed()).isFalse();
            assertThat(lab.lanes().count().block(PATIENCE)).isEqualTo(lanes);
            running.dispose();
        }
    }

    private static RunRequest ofLength(int bytes) {
        return RunRequest.of("sleep", "immediate").with(Map.of("style", "x".repeat(bytes)));
    }
}
