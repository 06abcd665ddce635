package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lane.ImmediateLane;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.ParallelLane;
import io.fluxlab.lane.VirtualLane;
import io.fluxlab.load.Load;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.load.OfferedLoad;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunSetup.Steering;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Subject;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs whose tasks arrive on their own time. */
class LoadedRunTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(strings = {"immediate", "parallel", "virtual"})
    void everyTaskIsAskedForInTurnAsOftenAsSomethingArrives(String lane) {
        AtomicIntegerArray calls = new AtomicIntegerArray(3);

        RunFinished end =
                end(plan(3, calls::incrementAndGet), lane(lane), Load.of(200).during(Duration.ofMillis(500)));

        LoadSummary load = load(end);
        assertThat(end.status()).isEqualTo(Status.COMPLETED);
        assertThat(load.arrivals()).isEqualTo(100);
        assertThat(load.served() + load.unserved()).isEqualTo(100);
        assertThat(calls.get(0) - calls.get(2)).isBetween(0, 1);
    }

    @Test
    void latencyCountsFromTheDueTimeAndNotFromTheStart() {
        AtomicInteger first = new AtomicInteger();
        Plan plan = plan(1, task -> {
            if (first.getAndIncrement() == 0) {
                spin(Duration.ofMillis(300));
            }
        });

        LoadSummary load = load(end(plan, new ImmediateLane(), Load.of(100).during(Duration.ofSeconds(1))));

        // thirty tasks were due while the first held the thread, and waited for 150 ms on average
        assertThat(load.served()).isEqualTo(100);
        assertThat(Objects.requireNonNull(load.latency()).p90Nanos()).isGreaterThan(100_000_000);
    }

    @Test
    void aLaneThatFallsBehindHasNoLatencyAndItsRunEnds() {
        Plan plan = plan(1, task -> spin(Duration.ofMillis(40)));

        RunFinished end = end(plan, new ImmediateLane(), Load.of(100).during(Duration.ofSeconds(1)));

        LoadSummary load = load(end);
        assertThat(end.status()).isEqualTo(Status.COMPLETED);
        assertThat(load.keepsUp()).isFalse();
        assertThat(load.latency()).isNull();
        assertThat(load.judged()).isNull();
        assertThat(load.unserved()).isGreaterThan(0);
        assertThat(load.growthPerSecond()).isGreaterThan(10);
        assertThat(load.served() + load.unserved() + load.overflowed()).isEqualTo(load.arrivals());
    }

    @Test
    void whatArrivesWhileTooManyWaitIsLeftOutAndCounted() {
        Plan plan = plan(1, task -> spin(Duration.ofMillis(40)));

        LoadSummary load = load(end(
                plan,
                new ImmediateLane(),
                Load.of(200).during(Duration.ofMillis(500)).withBacklog(3)));

        assertThat(load.overflowed()).isGreaterThan(0);
        assertThat(load.keepsUp()).isFalse();
        assertThat(load.served() + load.unserved() + load.overflowed()).isEqualTo(100);
        assertThat(load.backlog())
                .allSatisfy(sample -> assertThat(sample.waiting()).isLessThanOrEqualTo(3));
    }

    @Test
    void whatIsLaterThanItsDeadlineIsCounted() {
        Plan plan = plan(1, task -> spin(Duration.ofMillis(2)));
        Load load = Load.of(50).during(Duration.ofMillis(400));

        LoadSummary late = load(end(plan, new ParallelLane(), load.within(Duration.ofMillis(1))));
        assertThat(late.missed()).isEqualTo(late.served()).isPositive();
        assertThat(load(end(plan, new ParallelLane(), load.within(Duration.ofMinutes(1))))
                        .missed())
                .isEqualTo(0);
        assertThat(load(end(plan, new ParallelLane(), load)).missed()).isNull();
    }

    @Test
    void tasksThatWaitWithoutAThreadDoNotHoldEachOtherUp() {
        Plan plan = new Plan() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                return Mono.delay(Duration.ofMillis(100), context.timer());
            }
        };

        LoadSummary load = load(end(plan, lane("event-loop"), Load.of(300).during(Duration.ofSeconds(1))));

        // one after the other, they would take half a minute
        assertThat(load.served()).isGreaterThan(200);
    }

    /** The trend of what waits says nothing of it: for most of the time nobody does. */
    @Test
    void laneThatHasABacklogLeftLongAfterTheLastArrivalFallsBehindAndIsNotWaitedFor() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();

        RunFinished end = end(
                plan(1, task -> {
                    if (begun.incrementAndGet() == 90) {
                        await(never);
                    }
                }),
                new ImmediateLane(),
                Load.of(100).during(Duration.ofSeconds(1)));

        assertThat(end.status()).isEqualTo(Status.COMPLETED);
        assertThat(load(end).keepsUp()).isFalse();
        assertThat(load(end).unserved()).as("those behind the one that waits").isBetween(10, 11);
        assertThat(load(end).latency()).isNull();
    }

    @Test
    void laneWhoseLastTasksTakeLongButDoNotWaitKeepsUp() {
        AtomicInteger begun = new AtomicInteger();

        RunFinished end = end(
                plan(1, task -> {
                    if (begun.incrementAndGet() >= 19) {
                        spin(Duration.ofMillis(400));
                    }
                }),
                new VirtualLane(),
                Load.of(100).during(Duration.ofMillis(200)));

        assertThat(load(end).keepsUp()).isTrue();
        assertThat(load(end).served()).isEqualTo(20);
    }

    @Test
    void cancelEndsARunThatWaitsForItsNextTask() {
        Flux<RunEvent> run =
                run(plan(1, task -> {}), new ParallelLane(), Load.of(1).during(Duration.ofMinutes(5)));

        List<RunEvent> seen = run.takeUntil(event -> event instanceof TaskStarted)
                .collectList()
                .block(PATIENCE);

        assertThat(seen).last().isInstanceOf(TaskStarted.class);
    }

    @Test
    void aRunWhoseTimeIsUpEndsThoughMoreWouldArrive() {
        RunSetup setup =
                setup(plan(1, task -> {}), new ParallelLane(), Load.of(100).during(Duration.ofMinutes(5)));

        RunEvent last = Runner.run(setup.within(Duration.ofMillis(300))).blockLast(PATIENCE);

        assertThat(last).isInstanceOfSatisfying(RunFinished.class, end -> {
            assertThat(end.status()).isEqualTo(Status.CANCELLED);
            assertThat(end.summary().tasks()).isBetween(1, 1000);
        });
    }

    private static LoadSummary load(RunFinished end) {
        return Objects.requireNonNull(end.summary().load());
    }

    private static RunFinished end(Plan plan, Lane lane, Load load) {
        return (RunFinished) Objects.requireNonNull(run(plan, lane, load).blockLast(PATIENCE));
    }

    private static Flux<RunEvent> run(Plan plan, Lane lane, Load load) {
        return Runner.run(setup(plan, lane, load));
    }

    private static RunSetup setup(Plan plan, Lane lane, Load load) {
        OfferedLoad offered = OfferedLoad.of(load, 1);
        int concurrency = lane.concurrency(offered.schedule().size());
        Subject subject = new Subject("loaded", Map.of(), plan);
        return new RunSetup("run-1", subject, lane, concurrency, BystanderRate.NONE, Steering.NONE).under(offered);
    }

    private static Lane lane(String name) {
        return switch (name) {
            case "immediate" -> new ImmediateLane();
            case "event-loop" -> new io.fluxlab.lane.EventLoopLane();
            case "virtual" -> new VirtualLane();
            default -> new ParallelLane();
        };
    }

    private static Plan plan(int size, IntConsumer body) {
        return new Plan() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                return Mono.fromRunnable(() -> body.accept(task));
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void spin(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
