package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.RunSummary;
import io.fluxlab.trail.Whereabouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The workloads that come along stay on every lane that a comparison takes unless told otherwise. */
class StayingOnLanesTest {

    static final List<Map.Entry<String, Map<String, Object>>> WORKLOADS = List.of(
            Map.entry("primes", Map.of("to", 200_000)),
            Map.entry("count", Map.of()),
            Map.entry("sleep", Map.of("tasks", 8, "minMillis", 20, "maxMillis", 20)),
            Map.entry("sleep", Map.of("tasks", 8, "minMillis", 20, "maxMillis", 20, "style", "async")),
            Map.entry("fetch", Map.of("style", "blocking")),
            Map.entry("fetch", Map.of("style", "async")),
            Map.entry("digest", Map.of()),
            Map.entry("render", Map.of()),
            Map.entry("orders", Map.of("tasks", 4)));

    @ParameterizedTest
    @FieldSource("WORKLOADS")
    void givesNoAlarm(Map.Entry<String, Map<String, Object>> workload) {
        LocalLab lab = LocalLab.builder().build();
        List<LaneInfo> lanes = lab.lanes()
                .filter(lane -> lane.available() && !lane.emulation() && !lane.onRequest())
                .collectList()
                .block();

        assertThat(lanes).hasSizeGreaterThanOrEqualTo(5).allSatisfy(lane -> {
            RunFinished end = lab.run(
                            RunRequest.of(workload.getKey(), lane.name()).with(workload.getValue()))
                    .ofType(RunFinished.class)
                    .blockLast(Duration.ofMinutes(1));
            RunSummary summary = end.summary();
            Whereabouts where = new Whereabouts(1, summary.tasks(), summary.places(), summary.assembly());
            assertThat(end.status()).isEqualTo(Status.COMPLETED);
            assertThat(where.departure()).as(lane.name()).isEqualTo(Optional.empty());
            assertThat(where.assembly().readyMade()).isZero();
        });
    }
}
