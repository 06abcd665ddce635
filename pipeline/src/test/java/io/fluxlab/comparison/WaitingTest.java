package io.fluxlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.RunSummary;
import io.fluxlab.trail.PlaceOfWork;
import io.fluxlab.trail.Wait;
import io.fluxlab.trail.Wait.Kind;
import io.fluxlab.trail.Whereabouts;
import io.fluxlab.verdict.Calibration;
import io.fluxlab.verdict.Findings;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.RunCost;
import io.fluxlab.verdict.Tally;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.verdict.Warning;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a comparison says of work that waits, on every lane alike: that no scheduler helps, and what it waits for. */
class WaitingTest {

    private static final String[] LANES = {"immediate", "bounded-elastic", "virtual"};

    private final ReentrantLock lock = new ReentrantLock();

    @Test
    void asyncPredicatesInSequenceTakeAsLongOnEveryLane() {
        Verdict verdict = alike(
                1,
                () -> Flux.range(0, 80)
                        .filterWhen(i -> Mono.delay(Duration.ofMillis(5)).map(tick -> i % 2 == 0))
                        .collectList());

        assertThat(verdict.reason()).startsWith("No scheduler of these makes it faster");
        assertThat(warning(verdict))
                .contains("a signal from the source of collectList ← filterWhen ← range", ", without a thread")
                .contains("what that source itself waits for can't be seen from here")
                .contains("Most tasks went on from there on Schedulers.parallel()");
        assertThat(waits(verdict)).allSatisfy(wait -> assertThat(wait.at()).isEmpty());
    }

    @Test
    void singleLockAroundEverythingIsNamedWithWhereItIsTaken() {
        Verdict verdict = alike(40, () -> Mono.fromCallable(this::underTheLock));

        assertThat(verdict.reason()).startsWith("No scheduler of these makes it faster");
        assertThat(warning(verdict)).contains("a lock (java.util.concurrent.locks.ReentrantLock)");
        assertThat(waits(verdict)).extracting(Wait::kind).contains(Kind.LOCK, Kind.PARKED);
        assertThat(waits(verdict))
                .as("virtual threads tell their lock as platform threads do")
                .filteredOn(wait -> wait.kind() == Kind.LOCK)
                .allSatisfy(wait -> assertThat(wait.on()).isEqualTo(ReentrantLock.class.getName()));
    }

    @Test
    void intervalIsATimerWithoutAThread() {
        Verdict verdict =
                alike(1, () -> Flux.interval(Duration.ofMillis(8)).take(50).collectList());

        assertThat(verdict.reason()).startsWith("No scheduler of these makes it faster");
        assertThat(waits(verdict)).extracting(Wait::kind).contains(Kind.TIMER);
        assertThat(warning(verdict)).contains("a timer of Reactor's, without a thread (collectList ← ");
    }

    @Test
    void operatorsOfABodyAreItsOwnAlsoWhereATaskCallsItAgainAndAgain() {
        RunSummary summary = summary(
                lab(() -> Flux.range(0, 20).concatMap(i -> Mono.delay(Duration.ofMillis(5)))), "immediate", 1, 4);

        assertThat(summary.waits())
                .isNotNull()
                .extracting(Wait::on)
                .anyMatch(operators -> operators.contains("concatMap ← source(FluxRange)"));
    }

    @Test
    void verdictTellsOfEachLaneWhereItsTasksWereAndWhatTheyWaitedFor() {
        Verdict verdict = verdict(10, () -> Mono.fromCallable(this::longUnderTheLock), LANES);

        assertThat(verdict.lanes()).hasSize(LANES.length).allSatisfy(lane -> {
            assertThat(lane.places())
                    .isNotNull()
                    .extracting(PlaceOfWork::tasks)
                    .as("of one run, on average")
                    .contains(10);
            assertThat(lane.waits())
                    .isNotNull()
                    .flatExtracting(Wait::at)
                    .anyMatch(frame -> frame.contains("WaitingTest.slow"));
        });
    }

    @Test
    void intervalThatRunsAheadOfASlowConsumerFailsOnEveryLaneAndNoSchedulerHelps() {
        Verdict verdict = verdict(
                1,
                () -> Flux.interval(Duration.ofMillis(1))
                        .concatMap(tick -> Mono.delay(Duration.ofMillis(20)), 1)
                        .take(100),
                LANES);

        assertThat(verdict.recommended()).isNull();
        assertThat(verdict.abstained()).isEqualTo("failed");
        assertThat(verdict.failures())
                .hasSize(LANES.length)
                .allSatisfy(failure -> assertThat(failure.code()).isEqualTo("overflow"));
        assertThat(verdict.reason())
                .contains("none of the lanes' doing, and no scheduler helps")
                .contains("ran ahead of its consumer");
    }

    @Test
    void sleepsThatOverlapOnSomeLanesAreNoneOfThese() {
        Verdict verdict = verdict(4, () -> Mono.fromCallable(WaitingTest::slow), "immediate", "virtual");

        assertThat(verdict.reason()).doesNotContain("No scheduler");
        assertThat(verdict.warnings()).extracting(Warning::code).doesNotContain("waiting");
    }

    @Test
    void workThatComputesIsNotTakenForWaitingWhereOthersKeepItFromTheCpu() {
        Findings findings = findings(1, () -> Mono.fromCallable(WaitingTest::busy), 0.02);

        assertThat(findings.isWaiting()).isFalse();
    }

    @Test
    void russianHasWordsForIt() {
        Findings findings = findings(20, () -> Mono.fromCallable(this::underTheLock), 0.02);

        Verdict verdict = findings.in(VerdictWording.in(Language.RU), List.of());

        assertThat(verdict.reason()).startsWith("Ни один из этих планировщиков не ускоряет работу");
        assertThat(warning(verdict)).contains("Чего ждали задачи").contains("блокировки");
    }

    @Test
    void variantsOnOneLaneSayNothingAboutSchedulers() {
        Findings findings = findings(20, () -> Mono.fromCallable(this::underTheLock), 0.02);

        assertThat(findings.isWaiting()).isTrue();
        assertThat(findings.aboutVariants().isWaiting()).isFalse();
    }

    @Test
    void lanesThatTakeCpuTimeMayProfitFromAnotherScheduler() {
        assertThat(findings(5, () -> Mono.fromCallable(this::underTheLock), 0.8).isWaiting())
                .isFalse();
    }

    private int underTheLock() {
        lock.lock();
        try {
            return slow();
        } finally {
            lock.unlock();
        }
    }

    private synchronized int longUnderTheLock() {
        return slow() + slow() + slow() + slow();
    }

    private static int slow() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(5);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return 1;
    }

    private static int busy() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(60);
        int turns = 0;
        while (System.nanoTime() < end) {
            turns++;
        }
        return Math.min(1, turns);
    }

    private static List<Wait> waits(Verdict verdict) {
        return verdict.lanes().stream()
                .map(lane -> lane.waits() == null ? List.<Wait>of() : lane.waits())
                .flatMap(List::stream)
                .toList();
    }

    /** What the real runs show of waiting, long enough for many looks, where a quiet machine would have found their times alike. */
    private static Verdict alike(int tasks, Supplier<? extends Publisher<?>> body) {
        return findings(tasks, body, 0.02).in(VerdictWording.in(Language.EN), List.of());
    }

    private static Findings findings(int tasks, Supplier<? extends Publisher<?>> body, double cpus) {
        LocalLab lab = lab(body);
        Map<String, Whereabouts> whereabouts = new HashMap<>();
        List<LaneSample> samples = new ArrayList<>();
        for (String lane : LANES) {
            RunSummary summary = summary(lab, lane, tasks, 1);
            whereabouts.put(
                    lane,
                    new Whereabouts(
                            1,
                            summary.tasks(),
                            summary.places(),
                            summary.assembly(),
                            summary.waits() == null ? List.of() : summary.waits()));
            for (int round = 1; round <= 5; round++) {
                RunCost cost = new RunCost(1, cpus, 1, 1, null, 0);
                samples.add(new LaneSample(lane, round, 200_000_000L + round, cost, null));
            }
        }
        return Tally.of(List.of(LANES), LANES[0], samples)
                .withWhereabouts(whereabouts)
                .findings(new Calibration(1, null));
    }

    private static RunSummary summary(LocalLab lab, String lane, int tasks, int calls) {
        RunRequest request = RunRequest.of("body", lane).with(Map.of("tasks", tasks, "calls", calls));
        return lab.run(request)
                .ofType(RunFinished.class)
                .single()
                .map(RunFinished::summary)
                .block(Duration.ofMinutes(1));
    }

    private static String warning(Verdict verdict) {
        return verdict.warnings().stream()
                .filter(warning -> warning.code().equals("waiting"))
                .map(Warning::message)
                .findFirst()
                .orElse("no such warning in " + verdict.warnings() + verdict.lanes());
    }

    private static Verdict verdict(int tasks, Supplier<? extends Publisher<?>> body, String... lanes) {
        return verdict(lab(body), request(tasks, lanes));
    }

    private static LocalLab lab(Supplier<? extends Publisher<?>> body) {
        return LocalLab.builder().workload(Workload.of("body", body::get)).build();
    }

    private static ComparisonRequest request(int tasks, String... lanes) {
        return ComparisonRequest.of("body")
                .with(Map.of("tasks", tasks, "calls", 1))
                .on(lanes)
                .rounds(5, 1);
    }

    private static Verdict verdict(LocalLab lab, ComparisonRequest request) {
        ComparisonEvent last = lab.compare(request).blockLast(Duration.ofMinutes(1));
        return ((ComparisonEvent.Verdict) last).verdict();
    }
}
