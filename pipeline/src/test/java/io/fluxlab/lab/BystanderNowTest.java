package io.fluxlab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** What a lab tells of its bystanders while runs go on. */
class BystanderNowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, Object> LONG = Map.of("tasks", 1, "minMillis", 600_000, "maxMillis", 600_000);

    private final LocalLab lab = LocalLab.create();

    private void assertToldWhile(Flux<?> goesOn) {
        Disposable going = goesOn.subscribe(event -> {}, error -> {});
        await().atMost(PATIENCE).until(() -> lab.bystander().count() > 0);
        going.dispose();
        await().atMost(PATIENCE).until(() -> lab.bystander().equals(Latency.NONE));
    }

    @Test
    void runsTellIt() {
        assertThat(lab.bystander()).isEqualTo(Latency.NONE);
        assertToldWhile(lab.run(RunRequest.of("sleep", "virtual").with(LONG)));
    }

    @Test
    void soDoComparisons() {
        assertToldWhile(lab.compare(
                ComparisonRequest.of("sleep").on("virtual", "parallel").with(LONG)));
    }

    @Test
    void aRunThatHasEndedTellsNothing() {
        lab.run(RunRequest.of("sleep", "virtual").with(Map.of("tasks", 1, "minMillis", 600, "maxMillis", 600)))
                .blockLast(PATIENCE);
        assertThat(lab.bystander()).isEqualTo(Latency.NONE);
    }
}
