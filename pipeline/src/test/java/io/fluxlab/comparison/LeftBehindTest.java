package io.fluxlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.load.Load;
import io.fluxlab.run.RunEvent.Leftover;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunRequest;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.example.orders.Orders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can't be stopped is said, and nothing is measured beside it. */
class LeftBehindTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, Object> THREE = Map.of("tasks", 3, "calls", 1);

    private final Orders.Spinning spinning = new Orders.Spinning();
    private final Lab lab = LocalLab.builder()
            .workload(Workload.of("busy-looping", spinning::spin))
            .build();

    @AfterEach
    void letGo() {
        spinning.stop();
    }

    @Test
    void virtualThreadsInABusyLoopAreListedWithTheirStacksAtTheEndOfTheRun() {
        RunFinished end = lab.run(
                        RunRequest.of("busy-looping", "virtual").with(THREE).withRunTimeMillis(300))
                .ofType(RunFinished.class)
                .single()
                .block(PATIENCE);

        assertThat(end.status()).isEqualTo(Status.CANCELLED);
        List<Leftover> left = end.left();
        assertThat(left).isNotEmpty().allSatisfy(thread -> {
            assertThat(thread.thread()).isNotEmpty();
            assertThat(String.join("\n", thread.at())).contains("org.example.orders.Orders$Spinning.spin(Orders.java:");
        });
    }

    @Test
    void aComparisonUnderLoadDoesNotGoOnBesideThemEither() {
        ComparisonRequest request = ComparisonRequest.of("busy-looping")
                .on("virtual", "bounded-elastic")
                .under(Load.of(20).during(Duration.ofMillis(300)))
                .rounds(1, 0)
                .runTimeMillis(2_000L);

        Verdict verdict = lab.compare(request)
                .ofType(ComparisonEvent.Verdict.class)
                .map(ComparisonEvent.Verdict::verdict)
                .blockLast(PATIENCE);

        assertThat(verdict.abstained()).isEqualTo("left-behind");
        assertThat(verdict.samples()).isEmpty();
    }

    @Test
    void aComparisonDoesNotGoOnBesideThem() {
        ComparisonRequest request = ComparisonRequest.of("busy-looping")
                .with(THREE)
                .on("virtual", "bounded-elastic")
                .rounds(2, 0)
                .runTimeMillis(300L);

        List<ComparisonEvent> events = lab.compare(request).collectList().block(PATIENCE);

        assertThat(events.stream().filter(ComparisonEvent.RoundStarted.class::isInstance))
                .hasSize(1);
        Verdict verdict = ((ComparisonEvent.Verdict) events.get(events.size() - 1)).verdict();
        assertThat(verdict.recommended()).isNull();
        assertThat(verdict.abstained()).isEqualTo("left-behind");
        assertThat(verdict.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("limit-exceeded");
            assertThat(String.join("\n", failure.at())).contains("Orders$Spinning.spin");
        });
        assertThat(verdict.reason()).contains("that could not be stopped, and nothing more was measured beside");
    }
}
