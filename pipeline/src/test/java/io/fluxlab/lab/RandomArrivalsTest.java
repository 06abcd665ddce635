package io.fluxlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.load.Load;
import io.fluxlab.run.RunEvent.RunStarted;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rounds in which other numbers of tasks arrive, of a workload that is held to the same results on all lanes. */
class RandomArrivalsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROUNDS = 4;

    @Test
    void lanesAreHeldAgainstEachOtherWithinARound() {
        List<ComparisonEvent> events = Objects.requireNonNull(LocalLab.builder()
                .workload(new Sums())
                .build()
                .compare(ComparisonRequest.of("sums")
                        .on("immediate", "parallel")
                        .rounds(ROUNDS, 0)
                        .seed(7)
                        .under(Load.of(200).poisson().during(Duration.ofMillis(200)))
                        .withRunEvents())
                .collectList()
                .block(PATIENCE));

        List<Integer> arrivals = events.stream()
                .filter(ComparisonEvent.OfRun.class::isInstance)
                .map(event -> ((ComparisonEvent.OfRun) event).event())
                .filter(RunStarted.class::isInstance)
                .map(event -> ((RunStarted) event).tasks())
                .toList();
        assertThat(arrivals).hasSize(2 * ROUNDS);
        assertThat(arrivals.stream().distinct()).hasSizeGreaterThan(1);
        assertThat(events.getLast()).isInstanceOf(ComparisonEvent.Verdict.class);
    }
}
