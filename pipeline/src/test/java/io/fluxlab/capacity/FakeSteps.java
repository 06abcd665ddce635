package io.fluxlab.capacity;

import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.lane.ImmediateLane;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.ParallelLane;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.load.LoadSummary.Judged;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.LatencyProfile;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.Leftover;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunSetup;
import io.fluxlab.run.RunSummary;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Subject;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoublePredicate;
import java.util.function.DoubleToLongFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Steps that come out as functions of their rate say, and last as long as their tasks arrive, by a clock of their own. Where
 * nothing else is said, a lane takes a millisecond up to 500 tasks a second, and a second beyond. Not thread-safe.
 */
final class FakeSteps implements StepRunner {

    private static final long MILLI = 1_000_000;
    private static final double USUAL_CAPACITY = 500;

    private final Map<String, DoubleToLongFunction> latencies = new HashMap<>();
    private final Map<String, DoubleToLongFunction> bystanders = new HashMap<>();
    private final Map<String, DoublePredicate> behind = new HashMap<>();
    private final Map<String, DoublePredicate> failing = new HashMap<>();
    private final Map<String, DoublePredicate> leaving = new HashMap<>();
    private final Map<String, Integer> cold = new HashMap<>();
    private final Map<String, Integer> steps = new HashMap<>();
    private final AtomicLong nanos = new AtomicLong();
    private DoubleToLongFunction late = rate -> 1_000;
    private DoublePredicate refusing = rate -> false;
    private @Nullable Duration maxTime;

    FakeSteps latency(String lane, DoubleToLongFunction nanosAtRate) {
        latencies.put(lane, nanosAtRate);
        return this;
    }

    FakeSteps bystander(String lane, DoubleToLongFunction nanosAtRate) {
        bystanders.put(lane, nanosAtRate);
        return this;
    }

    FakeSteps behind(String lane, DoublePredicate atRate) {
        behind.put(lane, atRate);
        latencies.put(lane, rate -> MILLI);
        return this;
    }

    FakeSteps failing(String lane, DoublePredicate atRate) {
        failing.put(lane, atRate);
        return this;
    }

    /** A lane whose threads can't be stopped. */
    FakeSteps leaving(String lane, DoublePredicate atRate) {
        leaving.put(lane, atRate);
        return this;
    }

    /** A lane that is too slow in so many steps, but ever faster. */
    FakeSteps cold(String lane, int firstSteps) {
        cold.put(lane, firstSteps);
        return this;
    }

    FakeSteps late(DoubleToLongFunction nanosAtRate) {
        late = nanosAtRate;
        return this;
    }

    FakeSteps refusing(DoublePredicate atRate) {
        refusing = atRate;
        return this;
    }

    FakeSteps within(Duration time) {
        maxTime = time;
        return this;
    }

    List<CapacityEvent> run(String slo, String... lanes) {
        return run(List.of(slo), List.of(lanes));
    }

    List<CapacityEvent> run(List<String> slo, List<String> lanes) {
        return Objects.requireNonNull(events(this, slo, lanes).collectList().block(Duration.ofMinutes(1)));
    }

    Flux<CapacityEvent> events(String slo, String... lanes) {
        return events(this, slo, lanes);
    }

    Flux<CapacityEvent> events(StepRunner runner, String slo, String... lanes) {
        return events(runner, List.of(slo), List.of(lanes));
    }

    private Flux<CapacityEvent> events(StepRunner runner, List<String> slo, List<String> lanes) {
        CapacityRequest request = CapacityRequest.of(
                        "fake", lanes, slo.stream().map(Slo::parse).toList())
                .within(null, maxTime == null ? 3_600_000L : (Long) maxTime.toMillis(), 1L);
        List<Lane> all = lanes.stream().map(FakeSteps::lane).toList();
        CapacitySetup setup = new CapacitySetup(
                "capacity-1",
                request,
                () -> new Subject("fake", Map.of(), new OneTask()),
                all,
                CapacitySetup.Bounds.NONE);
        return Flux.defer(() -> Capacity.play(setup, new CapacityState(setup, nanos::get), runner));
    }

    private static Lane lane(String name) {
        return name.equals("immediate") ? new ImmediateLane() : new ParallelLane();
    }

    @Override
    public Flux<RunEvent> run(RunSetup step) {
        return Flux.defer(() -> {
            String lane = step.lane().name();
            double rate = Objects.requireNonNull(
                            step.load().orElseThrow().load().rate())
                    .perSecond();
            if (refusing.test(rate)) {
                return Flux.error(RejectedRequestException.limit("tasksPerRun", 1, 2));
            }
            int number = steps.merge(lane, 1, Integer::sum);
            nanos.addAndGet(step.load().orElseThrow().schedule().nanos());
            boolean isCold = number < cold.getOrDefault(lane, 0) + 1;
            long cpuNanosOfTask = isCold ? 1L << (40 - number) : 1_000;
            long latency = isCold ? Duration.ofSeconds(1).toNanos() : latency(lane, rate);
            if (failing.getOrDefault(lane, any -> false).test(rate)) {
                return Flux.just(
                        new TaskFailed(0, 0, 0, new Failure("task-failed", "no luck")),
                        end(lane, rate, Status.FAILED, latency, cpuNanosOfTask));
            }
            boolean isLeft = leaving.getOrDefault(lane, any -> false).test(rate);
            return Flux.just(end(lane, rate, isLeft ? Status.CANCELLED : Status.COMPLETED, latency, cpuNanosOfTask));
        });
    }

    private long latency(String lane, double rate) {
        return latencies
                .getOrDefault(lane, each -> each > USUAL_CAPACITY ? 1_000 * MILLI : MILLI)
                .applyAsLong(rate);
    }

    private RunEvent end(String lane, double rate, Status status, long latency, long cpuNanosOfTask) {
        boolean keepsUp = !behind.getOrDefault(lane, any -> false).test(rate);
        long sent = late.applyAsLong(rate);
        LoadSummary load = new LoadSummary(
                100,
                100,
                0,
                0,
                0,
                null,
                keepsUp,
                0,
                rate,
                rate,
                keepsUp ? new LatencyProfile(latency, latency, latency, latency, latency, latency, 100) : null,
                keepsUp ? new Judged("p99", latency, latency, latency, 100, 299) : null,
                null,
                new Latency(sent, sent, sent, 100),
                List.of());
        long bystander = bystanders.getOrDefault(lane, any -> MILLI).applyAsLong(rate);
        RunSummary summary = new RunSummary(
                        100, 0, 0, 1, 100 * cpuNanosOfTask, 0, 1, null, 0, new Latency(1, bystander, bystander, 1))
                .withLoad(load);
        return status == Status.CANCELLED
                ? new RunFinished(
                        1,
                        1,
                        status,
                        summary,
                        new Failure("time-limit", "it took too long"),
                        List.of(new Leftover(0, "a-thread", List.of())))
                : new RunFinished(1, 1, status, summary, null);
    }

    private static final class OneTask implements Plan {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public Publisher<?> body(int task, TaskContext context) {
            return Mono.empty();
        }
    }
}
