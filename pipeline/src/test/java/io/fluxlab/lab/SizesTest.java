package io.fluxlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.CallCost;
import io.fluxlab.workload.Repeated;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Sizing;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** How often a user's body is called where nobody says. */
class SizesTest {

    private static final Duration RUN = Duration.ofMillis(150);

    private final AtomicInteger calls = new AtomicInteger();

    private static Repeated sized(Repeated given, CallCost cost, boolean inSequence) {
        Sizing<Repeated> sizing = Workload.of("body", () -> 1).sizing(given).orElseThrow();
        return sizing.sized(cost, RUN, inSequence);
    }

    private static CallCost computing(Duration call) {
        return new CallCost(call.toNanos(), false);
    }

    private static CallCost waiting(Duration call) {
        return new CallCost(call.toNanos(), true);
    }

    @Test
    void callsThatComputeTakeARunsTimeTogether() {
        Repeated quick = sized(new Repeated(0, 0), computing(Duration.ofNanos(1_000)), false);
        Repeated slow = sized(new Repeated(0, 0), computing(Duration.ofMillis(100)), false);

        assertThat((long) quick.tasks() * quick.calls()).isBetween(100_000L, 150_000L);
        assertThat(slow).isEqualTo(new Repeated(4, 1));
    }

    @Test
    void callsThatWaitTakeARunsTimeSideBySide() {
        assertThat(sized(new Repeated(0, 0), waiting(Duration.ofMillis(10)), false))
                .isEqualTo(new Repeated(8, 15));
        assertThat(sized(new Repeated(0, 0), waiting(Duration.ofSeconds(3)), false))
                .isEqualTo(new Repeated(8, 1));
    }

    @Test
    void whereNothingRunsSideBySideTheSumTakesARunsTime() {
        Repeated sizes = sized(new Repeated(0, 0), waiting(Duration.ofMillis(1)), true);

        assertThat(sizes.tasks() * sizes.calls()).isBetween(100, 150);
    }

    @Test
    void whatIsGivenStays() {
        assertThat(sized(new Repeated(3, 0), computing(Duration.ofMillis(1)), false))
                .isEqualTo(new Repeated(3, 50));
        assertThat(sized(new Repeated(0, 50), computing(Duration.ofMillis(1)), false))
                .isEqualTo(new Repeated(4, 50));
        assertThat(Workload.of("body", () -> 1).sizing(new Repeated(1, 1))).isEmpty();
    }

    @Test
    void sizesThatWereChosenAreToldAndRun() {
        RunLog run = run(Workload.of("body", () -> Mono.delay(Duration.ofMillis(5))), Map.of());

        RunStarted started = run.started();
        int tasks = (int) started.parameters().get("tasks");
        int perTask = (int) started.parameters().get("calls");
        assertThat(tasks).isEqualTo(started.tasks()).isEqualTo(8);
        assertThat(perTask).isBetween(2, 30);
        assertThat(run.flatItems()).hasSize(tasks * perTask);
    }

    @Test
    void nothingIsTriedWhereAllSizesAreGiven() {
        run(Workload.of("body", calls::incrementAndGet), Map.of("tasks", 2, "calls", 3));

        assertThat(calls).hasValue(6);
    }

    @Test
    void comparisonHasTheSameSizesOnAllLanesAndTellsThem() {
        LocalLab lab = LocalLab.builder()
                .workload(Workload.of("body", () -> Mono.delay(Duration.ofMillis(10))))
                .build();

        ComparisonStarted started = (ComparisonStarted) lab.compare(ComparisonRequest.of("body")
                        .on("event-loop", "parallel")
                        .maxTimeMillis(1_000L))
                .blockFirst();

        assertThat((int) started.parameters().get("calls")).isBetween(1, 10);
        assertThat(started.parameters()).containsEntry("tasks", started.tasks());
    }

    @Test
    void callThatFailsIsForTheRunToTell() {
        RunLog run = run(
                Workload.of("body", () -> {
                    throw new IllegalStateException("no such order");
                }),
                Map.of());

        assertThat(run.finished().status()).isEqualTo(Status.FAILED);
        assertThat(run.failures()).isNotEmpty().allMatch(message -> message.contains("no such order"));
    }

    @Test
    void callThatNeverEndsHoldsUpNoMoreThanAShareOfTheTime() {
        LocalLab lab = LocalLab.builder()
                .workload(Workload.of("body", () -> Mono.never()))
                .build();

        ComparisonStarted started = (ComparisonStarted) lab.compare(ComparisonRequest.of("body")
                        .on("event-loop", "parallel")
                        .maxTimeMillis(500L))
                .blockFirst();

        assertThat(started.parameters()).containsEntry("calls", 1);
    }

    private static RunLog run(Workload<Repeated> workload, Map<String, Object> parameters) {
        LocalLab lab = LocalLab.builder().workload(workload).build();
        return RunLog.of(lab, RunRequest.of("body", "event-loop").with(parameters));
    }
}
