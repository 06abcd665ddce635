package io.fluxlab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a lab tells of its bystanders while runs go on. */
class BystanderNowTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Map<String, Object> ONCE = Map.of("tasks", 1, "calls", 1);

    private final LocalLab lab = LocalLab.builder()
            .workload(Workload.of("wait", () -> Mono.never()))
            .workload(Workload.of("nap", () -> Mono.delay(Duration.ofMillis(600))))
            .build();

    private void assertToldWhile(Flux<?> goesOn) {
        Disposable going = goesOn.subscribe(event -> {}, error -> {});
        await().atMost(PATIENCE).until(() -> lab.bystander().count() > 0);
        going.dispose();
        await().atMost(PATIENCE).until(() -> lab.bystander().equals(Latency.NONE));
    }

    @Test
    void runsTellIt() {
        assertThat(lab.bystander()).isEqualTo(Latency.NONE);
        assertToldWhile(lab.run(RunRequest.of("wait", "virtual").with(ONCE)));
    }

    @Test
    void soDoComparisons() {
        assertToldWhile(lab.compare(
                ComparisonRequest.of("wait").on("virtual", "parallel").with(ONCE)));
    }

    @Test
    void aRunThatHasEndedTellsNothing() {
        lab.run(RunRequest.of("nap", "virtual").with(ONCE)).blockLast(PATIENCE);
        assertThat(lab.bystander()).isEqualTo(Latency.NONE);
    }
}
