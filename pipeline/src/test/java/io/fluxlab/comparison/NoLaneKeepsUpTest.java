package io.fluxlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.load.Load;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NoLaneKeepsUpTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void nothingIsRecommendedWhereNoLaneKeepsUp() {
        Workload<?> slow = Workload.of("slow", () -> {
            Thread.sleep(50);
            return 1;
        });
        ComparisonEvent.Verdict last = LocalLab.builder()
                .workload(slow)
                .build()
                .compare(ComparisonRequest.of("slow")
                        .on("immediate")
                        .under(Load.of(200).during(Duration.ofSeconds(1))))
                .ofType(ComparisonEvent.Verdict.class)
                .blockLast(PATIENCE);

        assertThat(Objects.requireNonNull(last).verdict().recommended()).isNull();
        assertThat(last.verdict().reason()).contains("No lane keeps up").contains("immediate falls behind");
        assertThat(last.verdict().warnings())
                .noneMatch(warning -> warning.code().equals("time-too-short"));
    }
}
