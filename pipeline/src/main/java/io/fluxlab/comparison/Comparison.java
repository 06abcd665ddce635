package io.fluxlab.comparison;

import io.fluxlab.error.TimeTooShortException;
import io.fluxlab.run.HopMeter;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.TaskSilent;
import io.fluxlab.run.RunSnapshot;
import io.fluxlab.run.Runner;
import io.fluxlab.verdict.Calibration;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes comparisons happen: every lane once a round, in seeded random order, so that a drift of the machine meets all
 * lanes alike (Kalibera and Jones, "Rigorous benchmarking in reasonable time", 2013). Stateless; thread-safe.
 */
public final class Comparison {

    /** How long the bystander is watched while nothing runs. */
    private static final Duration IDLE = Duration.ofMillis(250);

    private Comparison() {}

    /** What to compare of the workload of this name: {@code Comparison.of("parse").on("parallel").variants(..)}. */
    public static ComparisonRequest of(String workload) {
        return ComparisonRequest.of(workload);
    }

    /** What to compare of this workload, which the lab that is asked must have. */
    public static ComparisonRequest of(Workload<?> workload) {
        return ComparisonRequest.of(workload.name());
    }

    /**
     * The comparison as a cold stream. Runs follow one another, never two at once; cancel ends the one that goes on. A
     * slow subscriber holds up the next run, and the one that goes on only where it wants the runs' own events; a task that
     * gives no sign is told of in any case.
     * Ends in one verdict, also where a lane fails or leaves threads behind; fails with a
     * {@link io.fluxlab.error.BrokenRunException} where two lanes disagree on the results, and where its time is too short
     * for one round, though not before its lanes were explained, where that was asked for.
     */
    public static Flux<ComparisonEvent> run(ComparisonSetup setup) {
        return setup.lease()
                .during(
                        () -> setup.isolation().isPresent()
                                ? KeptLanes.none(setup.lanes())
                                : KeptLanes.of(setup.lanes()),
                        lanes -> Flux.deferContextual(context ->
                                play(new Course(setup.on(lanes.lanes()), System::nanoTime, TakingCost.of(context)))),
                        KeptLanes::close);
    }

    private static Flux<ComparisonEvent> play(Course course) {
        return Flux.concat(List.of(
                Mono.fromSupplier(course::started),
                Flux.concat(List.of(
                                idle(course)
                                        .then(hops(course))
                                        .thenReturn(course)
                                        .flatMapMany(Comparison::warmup),
                                counted(course)))
                        .onErrorResume(
                                TimeTooShortException.class,
                                error -> Flux.concat(List.of(explanation(course), Mono.error(error)))),
                explanation(course),
                Mono.fromSupplier(course::verdict)));
    }

    private static Flux<ComparisonEvent> explanation(Course course) {
        return Flux.defer(() -> {
            if (!course.wantsExplanation()) {
                return Flux.empty();
            }
            return course.isDisturbed() ? Mono.justOrEmpty(course.silenceLeft()) : Explanation.of(course.explanation());
        });
    }

    private static Mono<Void> idle(Course course) {
        return Runner.idleBystander(IDLE, course.lease())
                .doOnNext(latency -> course.calibrate(new Calibration(ClockStep.nanos(), latency)))
                .then();
    }

    /** What it takes to hand something over to each lane, where that may be more than what is handed over. */
    private static Mono<Void> hops(Course course) {
        return Flux.defer(() -> Flux.fromIterable(course.hopLanes()))
                .concatMap(
                        lane -> HopMeter.hopNanos(lane, course.lease()).map(nanos -> Map.entry(lane.name(), nanos)), 1)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .doOnNext(course::measuredHops)
                .then();
    }

    private static Flux<ComparisonEvent> warmup(Course course) {
        return Flux.defer(() -> course.wantsWarmup() ? round(course, true) : Flux.empty())
                .repeat(course::wantsWarmup);
    }

    private static Flux<ComparisonEvent> counted(Course course) {
        return Flux.defer(() -> course.wantsFirstRound()
                ? Flux.defer(() -> round(course, false)).repeat(course::wantsRound)
                : Flux.empty());
    }

    private static Flux<ComparisonEvent> round(Course course, boolean isWarmup) {
        List<Turn> turns = course.nextRound(isWarmup);
        Flux<ComparisonEvent> lanes = pass(course, turns);
        if (isWarmup) {
            return lanes;
        }
        Flux<ComparisonEvent> whole =
                course.keepsJvms() ? course.withJvms(Flux.concat(List.of(lanes, passes(course, turns)))) : lanes;
        return Flux.concat(List.of(whole, Mono.fromSupplier(course::standings)));
    }

    private static Flux<ComparisonEvent> passes(Course course, List<Turn> turns) {
        return Flux.defer(() -> course.wantsPass() ? pass(course, course.nextPass(turns)) : Flux.empty())
                .repeat(course::wantsPass);
    }

    private static Flux<ComparisonEvent> pass(Course course, List<Turn> turns) {
        return Flux.fromIterable(turns).concatMap(turn -> turn(course, turn), 1);
    }

    private static Flux<ComparisonEvent> turn(Course course, Turn turn) {
        return Flux.defer(() -> course.isDisturbed() ? Flux.empty() : undisturbed(course, turn));
    }

    private static Flux<ComparisonEvent> undisturbed(Course course, Turn turn) {
        Flux<RunEvent> run = course.run(turn).doOnNext(event -> course.accept(turn, event));
        return Flux.concat(List.of(Mono.fromSupplier(() -> course.roundStarted(turn)), told(course, turn, run)));
    }

    private static Flux<ComparisonEvent> told(Course course, Turn turn, Flux<RunEvent> run) {
        if (course.wantsRunEvents()) {
            return run.map(event -> course.ofRun(turn, event));
        }
        return course.progress()
                .map(progress -> run.<Object>handle((event, sink) -> {
                            if (event instanceof TaskSilent) {
                                sink.next(event);
                            } else {
                                progress.accept(event, sink::next);
                            }
                        })
                        .onBackpressureLatest()
                        .map(told -> told instanceof RunSnapshot snapshot
                                ? course.progressed(turn, snapshot)
                                : course.ofRun(turn, (TaskSilent) told)))
                .orElseGet(() ->
                        run.ofType(TaskSilent.class).onBackpressureLatest().map(silent -> course.ofRun(turn, silent)));
    }
}
