package io.fluxlab.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunEvent.Pulse;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.RunSummary;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What lanes harm beside the home loop is seen where it is harmed. Held against the bystander, which all CPUs hold up too. */
class HarmTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CPUS = Runtime.getRuntime().availableProcessors();
    private static final long BURN_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    /** Half of all that were due waited so many times longer than half of the bystander's requests. */
    private static final int MUCH = 4;

    private final LocalLab lab = LocalLab.builder()
            .workload(Workload.of("burn", HarmTest::burn))
            .workload(Workload.of("nap", () -> Mono.delay(Duration.ofMillis(300))))
            .workload(Workload.of("block", () -> TimeUnit.MILLISECONDS.sleep(300)))
            .build();

    private static long burn() {
        long end = System.nanoTime() + BURN_NANOS;
        long turns = 0;
        while (System.nanoTime() - end < 0) {
            turns++;
        }
        return turns;
    }

    private RunSummary run(String workload, String lane, int tasks) {
        return summary(RunRequest.of(workload, lane).with(Map.of("tasks", tasks, "calls", 1)));
    }

    private RunSummary summary(RunRequest request) {
        return lab.run(request)
                .ofType(RunFinished.class)
                .map(RunFinished::summary)
                .blockLast(PATIENCE);
    }

    private static Latency of(CanaryKind kind, RunSummary summary) {
        List<CanaryReading> canaries = summary.canaries();
        assertThat(canaries).isNotNull();
        return canaries.stream()
                .filter(reading -> reading.canary() == kind)
                .map(CanaryReading::latency)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.id() + " among " + canaries));
    }

    private static void assertHarmed(CanaryKind kind, RunSummary summary) {
        assertThat(of(kind, summary).p50Nanos())
                .isGreaterThan(MUCH * summary.bystander().p50Nanos());
    }

    @ParameterizedTest
    @ValueSource(strings = {"parallel", "parallel:shared=true"})
    void computingOnASharedSchedulerMakesItsTimersLate(String lane) {
        RunSummary busy = run("burn", lane, 4 * CPUS);

        assertHarmed(CanaryKind.TIMER, busy);
        assertThat(busy.canaries())
                .singleElement()
                .satisfies(timer -> assertThat(timer.own()).isEqualTo(lane.equals("parallel")));
    }

    @Test
    void busyVirtualThreadsKeepTheCarriersFromAllOthers() {
        RunSummary busy = run("burn", "virtual", 4 * CPUS);

        assertHarmed(CanaryKind.CARRIER, busy);
    }

    @Test
    void virtualThreadsThatWaitLeaveTheCarriersToAllOthers() {
        RunSummary calm = run("nap", "virtual", 4 * CPUS);
        RunSummary busy = run("burn", "virtual", 4 * CPUS);

        assertThat(of(CanaryKind.CARRIER, calm).p50Nanos() * MUCH)
                .isLessThan(of(CanaryKind.CARRIER, busy).p50Nanos());
    }

    @Test
    void aComparisonSaysWhichCanaryDecided() {
        ComparisonRequest request = ComparisonRequest.of("burn")
                .on("parallel:shared=true", "virtual")
                .with(Map.of("tasks", 4 * CPUS, "calls", 1))
                .rounds(2, 0);

        Verdict verdict = ((ComparisonEvent.Verdict) lab.compare(request).blockLast(PATIENCE)).verdict();

        assertThat(verdict.lanes())
                .extracting(LaneVerdict::harm)
                .extracting(CanaryReading::canary)
                .containsExactly(CanaryKind.TIMER, CanaryKind.CARRIER);
        assertThat(verdict.reason())
                .contains("a timer on the parallel scheduler fires", "a virtual thread wakes", "late (p99)");
        assertThat(verdict.samples())
                .allSatisfy(sample -> assertThat(sample.canaries()).hasSize(1));
    }

    @Test
    void aPoolThatIsTakenHasOthersWaitForAWorker() {
        RunSummary taken = run("block", "bounded-elastic:threads=2", 6);

        assertHarmed(CanaryKind.WORKER, taken);
        assertThat(taken.peakThreads()).isEqualTo(3);
    }

    @Test
    void aPoolWithRoomHasNobodyWaitAndGrowsByNothing() {
        RunSummary roomy = run("block", "bounded-elastic:threads=8", 2);
        RunSummary taken = run("block", "bounded-elastic:threads=2", 2);

        assertThat(of(CanaryKind.WORKER, roomy).p50Nanos() * MUCH)
                .isLessThan(of(CanaryKind.WORKER, taken).p50Nanos());
        assertThat(roomy.peakThreads()).isEqualTo(3);
    }

    @Test
    void aPoolOfOneServesItsTasksAndTheCanary() {
        RunSummary narrow = run("block", "bounded-elastic:threads=1", 4);

        assertThat(narrow.tasks()).isEqualTo(4);
        assertThat(narrow.failed()).isZero();
        assertHarmed(CanaryKind.WORKER, narrow);
    }

    @ParameterizedTest
    @CsvSource({"burn, parallel, TIMER", "burn, virtual, CARRIER", "block, bounded-elastic:threads=2, WORKER"})
    void pulsesTellHowLateItIsWhileTasksGoOn(String workload, String lane, CanaryKind kind) {
        List<CanaryReading> told = pulses(workload, lane, 4 * CPUS).stream()
                .flatMap(pulse -> Stream.ofNullable(pulse.canaries()))
                .flatMap(List::stream)
                .toList();

        assertThat(told).isNotEmpty().allSatisfy(reading -> {
            assertThat(reading.canary()).isEqualTo(kind);
            assertThat(reading.latency().count()).isPositive();
        });
        assertThat(told).anySatisfy(reading -> assertThat(reading.wasLate()).isTrue());
    }

    @Test
    void pulsesTellOfNoCanaryWhereThereIsNone() {
        assertThat(pulses("nap", "event-loop", 8))
                .isNotEmpty()
                .allSatisfy(pulse -> assertThat(pulse.canaries()).isNull());
    }

    private List<Pulse> pulses(String workload, String lane, int tasks) {
        RunRequest request = RunRequest.of(workload, lane)
                .with(Map.of("tasks", tasks, "calls", 1))
                .withConcurrency(2);
        return Objects.requireNonNull(
                lab.run(request).ofType(Pulse.class).collectList().block(PATIENCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"immediate", "event-loop", "gil"})
    void whereNothingElseIsSharedNoCanaryRuns(String lane) {
        assertThat(run("nap", lane, 2).canaries()).isNull();
    }

    @Test
    void whoeverWantsNoBystanderHasNoCanaryEither() {
        RunRequest request = RunRequest.of("nap", "virtual").with(Map.of("tasks", 2, "calls", 1));

        assertThat(summary(request.with(BystanderRate.NONE)).canaries()).isNull();
    }
}
