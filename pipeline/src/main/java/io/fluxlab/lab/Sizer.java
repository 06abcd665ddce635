package io.fluxlab.lab;

import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.LabException;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.CallCost;
import io.fluxlab.workload.Sizing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tries the body of a workload before its runs, where a request leaves sizes open, and closes them: in runs of their own, off
 * the home loop, whose figures count for nothing else. Immutable.
 */
final class Sizer {

    /** How long a run is to take where nothing else limits it. */
    private static final Duration RUN = Duration.ofMillis(150);

    /** With less, the price of starting a run is what is measured. */
    private static final Duration SHORTEST_RUN = Duration.ofMillis(50);

    /** A comparison has at least so many rounds in its time. */
    private static final int ROUNDS = 12;

    /** The first call may take so long; what is longer is taken for this long, and is for the runs to tell. */
    private static final Duration FIRST_CALL = Duration.ofSeconds(10);

    /** At most this part of a comparison's time goes by in the first call. */
    private static final int FIRST_CALL_SHARE = 5;

    /** Trials that took this long can be trusted. */
    private static final long ENOUGH_NANOS = Duration.ofMillis(20).toNanos();

    /** No further trial once they have taken this long together. */
    private static final long MOST_NANOS = Duration.ofMillis(400).toNanos();

    /** A first call that loads classes says little of the next one. */
    private static final int FIRST_TRIALS = 2;

    private static final int GROWTH = 20;
    private static final String OFF_THE_LOOP = "bounded-elastic";

    /** What no time allows for: with it come the fewest tasks that a request can have. */
    private static final CallCost DEAREST = new CallCost(Long.MAX_VALUE, false);

    private final Catalog catalog;
    private final Admission admission;
    private final BiFunction<RunRequest, Duration, Flux<RunEvent>> runs;

    /** A sizer whose trials are runs that are cancelled after some time. */
    Sizer(Catalog catalog, Admission admission, BiFunction<RunRequest, Duration, Flux<RunEvent>> runs) {
        this.catalog = catalog;
        this.admission = admission;
        this.runs = runs;
    }

    /** The request with every size. Lazy; tries nothing where all are given, or something is wrong with the request. */
    Mono<RunRequest> sized(RunRequest request) {
        Goal goal = new Goal(List.of(request.lane()), RUN, FIRST_CALL, request.load() != null);
        return sized(
                        request.workload(),
                        request.parameters(),
                        goal,
                        () -> admission.mistakes(request).isEmpty())
                .map(request::with)
                .defaultIfEmpty(request);
    }

    /** The request with every size. */
    Mono<ComparisonRequest> sized(ComparisonRequest request) {
        Duration run = RUN;
        Duration first = FIRST_CALL;
        Long mostMillis = request.maxTimeMillis();
        if (mostMillis != null && !request.lanes().isEmpty()) {
            Duration most = Duration.ofMillis(mostMillis);
            run = least(
                    run,
                    greatest(
                            SHORTEST_RUN,
                            most.dividedBy((long) ROUNDS * request.lanes().size())));
            first = least(first, most.dividedBy(FIRST_CALL_SHARE));
        }
        Goal goal = new Goal(request.lanes(), run, first, request.load() != null);
        return sized(
                        request.workload(),
                        request.parameters(),
                        goal,
                        () -> admission.mistakes(request).isEmpty())
                .map(request::with)
                .defaultIfEmpty(request);
    }

    /** The request with every size: each arrival is one call. */
    Mono<CapacityRequest> sized(CapacityRequest request) {
        Goal goal = new Goal(request.lanes(), RUN, FIRST_CALL, true);
        return sized(
                        request.workload(),
                        request.parameters(),
                        goal,
                        () -> admission.mistakes(request).isEmpty())
                .map(request::with)
                .defaultIfEmpty(request);
    }

    /** What sizes are for; where tasks arrive on their own time, each is one call, whatever that takes. */
    private record Goal(List<String> lanes, Duration run, Duration firstCall, boolean isUnderLoad) {}

    /** What trials have told so far. */
    private record Tried(int trials, int calls, long wallNanos, boolean isWaiting, long spentNanos, boolean isOver) {
        static final Tried NOTHING = new Tried(0, 1, 0, false, 0, false);
    }

    private Mono<Map<String, Object>> sized(
            String workload, @Nullable Map<String, Object> parameters, Goal goal, BooleanSupplier isRight) {
        Catalog.Entry<?> entry = catalog.workload(workload);
        return entry == null ? Mono.empty() : sized(entry, parameters == null ? Map.of() : parameters, goal, isRight);
    }

    private <P extends Record> Mono<Map<String, Object>> sized(
            Catalog.Entry<P> entry, Map<String, Object> parameters, Goal goal, BooleanSupplier isRight) {
        Optional<Sizing<P>> sizing = entry.schema()
                .tryRead(parameters)
                .rest()
                .flatMap(values -> entry.workload().sizing(values));
        if (sizing.isEmpty() || !isRight.getAsBoolean()) {
            return Mono.empty();
        }
        if (goal.isUnderLoad()) {
            return Mono.just(entry.schema().write(sizing.get().sized(DEAREST, goal.run(), true)));
        }
        admission.checkSize(entry.workload().plan(sizing.get().sized(DEAREST, goal.run(), true)));
        boolean inSequence = goal.lanes().stream()
                .map(catalog::lane)
                .filter(Objects::nonNull)
                .allMatch(lane -> lane.mostConcurrency() == 1);
        return trials(entry, sizing.get(), goal, Tried.NOTHING)
                .map(tried -> new CallCost(Math.max(1, tried.wallNanos() / tried.calls()), tried.isWaiting()))
                .map(cost -> entry.schema().write(sizing.get().sized(cost, goal.run(), inSequence)));
    }

    private <P extends Record> Mono<Tried> trials(Catalog.Entry<P> entry, Sizing<P> sizing, Goal goal, Tried before) {
        String lane = catalog.lane(OFF_THE_LOOP) == null ? goal.lanes().get(0) : OFF_THE_LOOP;
        RunRequest request = RunRequest.of(entry.workload().name(), lane)
                .with(entry.schema().write(sizing.trial(before.calls())))
                .with(BystanderRate.NONE);
        return runs.apply(request, goal.firstCall())
                .filter(event -> event instanceof TaskFinished || event instanceof RunFinished)
                .collectList()
                .map(ends -> tried(before, ends))
                .flatMap(tried -> tried.isOver()
                        ? Mono.just(tried)
                        : trials(entry, sizing, goal, next(tried)).defaultIfEmpty(tried))
                .onErrorResume(LabException.class, error -> Mono.empty()); // the run itself will say it
    }

    private static Tried tried(Tried before, List<RunEvent> ends) {
        long wallNanos = 1;
        long cpuNanos = 0;
        boolean failed = true;
        for (RunEvent end : ends) {
            if (end instanceof TaskFinished task) {
                wallNanos = Math.max(1, task.wallNanos());
                cpuNanos = task.cpuNanos() == null ? 0 : task.cpuNanos();
                failed = false;
            } else if (end instanceof RunFinished run) {
                wallNanos = failed ? Math.max(1, run.summary().wallNanos()) : wallNanos;
                failed |= run.status() != Status.COMPLETED;
            }
        }
        int trials = before.trials() + 1;
        long spent = before.spentNanos() + wallNanos;
        boolean isLong = wallNanos >= ENOUGH_NANOS && trials >= FIRST_TRIALS;
        boolean isWaiting = wallNanos > ENOUGH_NANOS / GROWTH && cpuNanos < wallNanos / 2;
        return new Tried(trials, before.calls(), wallNanos, isWaiting, spent, failed || isLong || spent >= MOST_NANOS);
    }

    private static Tried next(Tried tried) {
        long more = tried.trials() < FIRST_TRIALS
                ? 1
                : Math.clamp(
                        ENOUGH_NANOS * 3 / 2 * tried.calls() / tried.wallNanos(),
                        tried.calls() * 2L,
                        tried.calls() * (long) GROWTH);
        return new Tried(
                tried.trials(),
                (int) Math.min(more, Integer.MAX_VALUE),
                tried.wallNanos(),
                tried.isWaiting(),
                tried.spentNanos(),
                false);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration greatest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
