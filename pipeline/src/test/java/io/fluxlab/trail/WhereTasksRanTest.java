package io.fluxlab.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.RunSummary;
import io.fluxlab.trail.PlaceOfWork.Position;
import io.fluxlab.workload.Repeated;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class WhereTasksRanTest {

    private static final int TASKS = 12;
    private static final long CALL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    @ParameterizedTest
    @ValueSource(strings = {"immediate", "event-loop", "bounded-elastic", "parallel", "virtual", "gil"})
    void publishOnInsideTakesEveryTaskElsewhere(String lane) {
        RunSummary run = run(
                lane, () -> Flux.range(0, 3).publishOn(Schedulers.parallel()).map(WhereTasksRanTest::primeAfter), 1);

        assertThat(elsewhere(run)).singleElement().satisfies(place -> {
            assertThat(place.threads()).isEqualTo("parallel");
            assertThat(place.tasks()).isEqualTo(TASKS);
            assertThat(place.items()).isEqualTo(3 * TASKS);
        });
    }

    @Test
    void lanesThreadsAreNotTakenForReactorsOwn() {
        RunSummary run = run("parallel", () -> Flux.range(0, 3).map(WhereTasksRanTest::primeAfter), 1);

        assertThat(run.places()).singleElement().satisfies(place -> {
            assertThat(place.threads()).isEqualTo("fluxlab-parallel");
            assertThat(place.where()).isEqualTo(Position.LANE);
            assertThat(place.tasks()).isEqualTo(TASKS);
            assertThat(place.cpuNanos()).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource({"event-loop, 1", "bounded-elastic, 1", "virtual, 4"})
    void delayElementGoesOnOnParallel(String lane, int calls) {
        RunSummary run = run(lane, () -> Mono.just(1).delayElement(Duration.ofMillis(1)), calls);

        assertThat(elsewhere(run))
                .extracting(PlaceOfWork::threads, PlaceOfWork::tasks)
                .containsExactly(tuple("parallel", TASKS));
    }

    @Test
    void cpuTimeIsThatOfTheThreadsThatComputed() {
        RunSummary run = run(
                "bounded-elastic",
                () -> Flux.range(0, 20).publishOn(Schedulers.parallel()).map(WhereTasksRanTest::primeAfter),
                1);

        long lane = cpuNanos(run, "fluxlab-bounded-elastic");
        assertThat(cpuNanos(run, "parallel")).isGreaterThan(4 * lane);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 40})
    void callInMonoJustRunsAtAssembly(int calls) {
        RunSummary eager =
                run("bounded-elastic", () -> Mono.just(blockingCall()).subscribeOn(Schedulers.boundedElastic()), calls);
        RunSummary lazy = run(
                "bounded-elastic",
                () -> Mono.fromCallable(WhereTasksRanTest::blockingCall).subscribeOn(Schedulers.boundedElastic()),
                calls);

        assertThat(eager.assembly().share()).isGreaterThan(0.5);
        assertThat(lazy.assembly().share()).isLessThan(0.3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void monoWithItsItemInItDidItsWorkBefore(int calls) {
        Mono<Integer> built = Mono.just(blockingCall());

        assertThat(run("immediate", () -> built, calls).assembly().readyMade()).isEqualTo(TASKS);
    }

    @Test
    void cachedMonoIsReadyMadeAndOneBuiltOnceThatWorksForEachSubscriberIsNot() {
        Mono<Integer> cached =
                Mono.fromCallable(WhereTasksRanTest::blockingCall).cache();
        Mono<Integer> lazy = Mono.fromCallable(WhereTasksRanTest::blockingCall);

        assertThat(run("immediate", () -> cached, 1).assembly().readyMade()).isEqualTo(TASKS);
        assertThat(run("immediate", () -> cached.map(i -> i), 1).assembly().readyMade())
                .isZero();
        assertThat(run("immediate", () -> lazy, 1).assembly().readyMade()).isZero();
        assertThat(run("immediate", Mono::empty, 1).assembly().readyMade()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"immediate", "event-loop"})
    void homeLoopRefusesToBeBlockedAsReactorNettysDoes(String lane) {
        Workload<Repeated> blocks = Workload.of(
                "blocks",
                () -> Mono.just(1)
                        .delayElement(Duration.ofMillis(1))
                        .map(i -> i + 1)
                        .block());

        RunLog log = log(lane, blocks, 1);

        assertThat(log.finished().status()).isEqualTo(Status.FAILED);
        assertThat(log.failures())
                .allMatch(message ->
                        message.contains("are blocking, which is not supported in thread fluxlab-" + lane + "-home"));
    }

    @Test
    void tasksThatAreFollowedTellTheirWays() {
        LocalLab lab = LocalLab.builder()
                .workload(Workload.of(
                        "body",
                        () -> Flux.range(0, 3)
                                .subscribeOn(Schedulers.boundedElastic())
                                .publishOn(Schedulers.parallel())))
                .build();
        RunRequest request = RunRequest.of("body", "event-loop").with(Map.of("tasks", TASKS, "calls", 1));

        assertThat(RunLog.of(lab, request).finished().summary().hops()).isNull();
        assertThat(RunLog.of(lab, request.withHops()).finished().summary().hops())
                .singleElement()
                .satisfies(path -> {
                    assertThat(path.tasks()).isEqualTo(TASKS);
                    assertThat(path.toString())
                            .matches("fluxlab-event-loop-home \\(.*\\) ─subscribeOn→ boundedElastic-\\d+ \\(.*\\)"
                                    + " ─publishOn→ parallel-\\d+ \\(.*, 36 items\\)");
                });
    }

    private static List<PlaceOfWork> elsewhere(RunSummary run) {
        return run.places().stream()
                .filter(place -> place.where() == Position.ELSEWHERE)
                .toList();
    }

    private static long cpuNanos(RunSummary run, String threads) {
        return run.places().stream()
                .filter(place -> place.threads().equals(threads))
                .mapToLong(PlaceOfWork::cpuNanos)
                .sum();
    }

    private static RunSummary run(String lane, Supplier<? extends Publisher<?>> body, int calls) {
        RunLog log = log(lane, Workload.of("body", body::get), calls);
        assertThat(log.finished().status()).isEqualTo(Status.COMPLETED);
        return log.finished().summary();
    }

    private static RunLog log(String lane, Workload<Repeated> workload, int calls) {
        LocalLab lab = LocalLab.builder().workload(workload).build();
        return RunLog.of(lab, RunRequest.of(workload.name(), lane).with(Map.of("tasks", TASKS, "calls", calls)));
    }

    private static BigInteger primeAfter(int seed) {
        return BigInteger.probablePrime(256, new Random(seed));
    }

    private static int blockingCall() {
        LockSupport.parkNanos(CALL_NANOS);
        return 1;
    }
}
