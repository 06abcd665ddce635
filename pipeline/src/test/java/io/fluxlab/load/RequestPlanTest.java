package io.fluxlab.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.measure.StageUse;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunRequest;
import io.fluxlab.stage.Stages;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RequestPlanTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void stagesAreMeasuredUnderLoad() {
        LocalLab lab = LocalLab.builder()
                .workload(Stages.from("read", () -> 1)
                        .then("parse", one -> one + 1)
                        .as("orders"))
                .build();

        RunFinished last = (RunFinished)
                lab.run(RunRequest.of("orders", "parallel").under(Load.of(200).during(Duration.ofMillis(200))))
                        .blockLast(PATIENCE);

        assertThat(Objects.requireNonNull(last).summary().stages())
                .extracting(StageUse::stage)
                .containsExactly("read", "parse");
    }
}
