package io.fluxlab.comparison;

import io.fluxlab.error.TimeTooShortException;
import io.fluxlab.jfr.RecordedRound;
import io.fluxlab.run.HopMeter;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunStarted;
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
                        lanes -> Flux.deferContextual(context -> play(new ComparisonState(
                                setup.on(lanes.lanes()), System::nanoTime, TakingCost.of(context)))),
                        KeptLanes::close);
    }

    private static Flux<ComparisonEvent> play(ComparisonState state) {
        return Flux.concat(List.of(
                Mono.fromSupplier(state::started),
                Flux.concat(List.of(
                                idle(state).then(hops(state)).thenReturn(state).flatMapMany(Comparison::warmup),
                                counted(state)))
                        .onErrorResume(
                                TimeTooShortException.class,
                                error -> Flux.concat(List.of(explanation(state), Mono.error(error)))),
                explanation(state),
                Mono.fromSupplier(state::verdict)));
    }

    private static Flux<ComparisonEvent> explanation(ComparisonState state) {
        return Flux.defer(() -> {
            if (!state.wantsExplanation()) {
                return Flux.empty();
            }
            return state.isDisturbed() ? Mono.justOrEmpty(state.silenceLeft()) : Explanation.of(state.explanation());
        });
    }

    private static Mono<Void> idle(ComparisonState state) {
        return Runner.idleBystander(IDLE, state.lease())
                .doOnNext(latency -> state.calibrate(new Calibration(ClockStep.nanos(), latency)))
                .then();
    }

    /** What it takes to hand something over to each lane, where that may be more than what is handed over. */
    private static Mono<Void> hops(ComparisonState state) {
        return Flux.defer(() -> Flux.fromIterable(state.hopLanes()))
                .concatMap(
                        lane -> HopMeter.hopNanos(lane, state.lease()).map(nanos -> Map.entry(lane.name(), nanos)), 1)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .doOnNext(state::measuredHops)
                .then();
    }

    private static Flux<ComparisonEvent> warmup(ComparisonState state) {
        return Flux.defer(() -> state.wantsWarmup() ? round(state, true) : Flux.empty())
                .repeat(state::wantsWarmup);
    }

    private static Flux<ComparisonEvent> counted(ComparisonState state) {
        return Flux.defer(() -> state.wantsFirstRound()
                ? Flux.defer(() -> round(state, false)).repeat(state::wantsRound)
                : Flux.empty());
    }

    private static Flux<ComparisonEvent> round(ComparisonState state, boolean isWarmup) {
        List<Turn> turns = state.nextRound(isWarmup);
        Flux<ComparisonEvent> lanes = pass(state, turns);
        if (isWarmup) {
            return lanes;
        }
        Flux<ComparisonEvent> whole =
                state.keepsJvms() ? state.withJvms(Flux.concat(List.of(lanes, passes(state, turns)))) : lanes;
        return Flux.concat(List.of(whole, Mono.fromSupplier(state::standings)));
    }

    private static Flux<ComparisonEvent> passes(ComparisonState state, List<Turn> turns) {
        return Flux.defer(() -> state.wantsPass() ? pass(state, state.nextPass(turns)) : Flux.empty())
                .repeat(state::wantsPass);
    }

    private static Flux<ComparisonEvent> pass(ComparisonState state, List<Turn> turns) {
        return Flux.fromIterable(turns).concatMap(turn -> turn(state, turn), 1);
    }

    private static Flux<ComparisonEvent> turn(ComparisonState state, Turn turn) {
        return Flux.defer(() -> state.isDisturbed() ? Flux.empty() : undisturbed(state, turn));
    }

    private static Flux<ComparisonEvent> undisturbed(ComparisonState state, Turn turn) {
        Flux<RunEvent> run = Flux.defer(() -> recorded(state, turn)).doOnNext(event -> state.accept(turn, event));
        return Flux.concat(List.of(Mono.fromSupplier(() -> state.roundStarted(turn)), told(state, turn, run)));
    }

    private static Flux<RunEvent> recorded(ComparisonState state, Turn turn) {
        RecordedRound round = RecordedRound.begun();
        Runnable over = () -> round.end(turn.lane().name(), turn.round(), turn.isWarmup());
        return state.run(turn)
                .doOnNext(event -> {
                    if (event instanceof RunStarted started) {
                        round.isOf(started.run());
                    }
                })
                .doOnTerminate(over) // and not once the next turn, or the verdict, has come of it
                .doOnCancel(over);
    }

    private static Flux<ComparisonEvent> told(ComparisonState state, Turn turn, Flux<RunEvent> run) {
        if (state.wantsRunEvents()) {
            return run.map(event -> state.ofRun(turn, event));
        }
        return state.progress()
                .map(progress -> run.<Object>handle((event, sink) -> {
                            if (event instanceof TaskSilent) {
                                sink.next(event);
                            } else {
                                progress.accept(event, sink::next);
                            }
                        })
                        .onBackpressureLatest()
                        .map(told -> told instanceof RunSnapshot snapshot
                                ? state.progressed(turn, snapshot)
                                : state.ofRun(turn, (TaskSilent) told)))
                .orElseGet(() ->
                        run.ofType(TaskSilent.class).onBackpressureLatest().map(silent -> state.ofRun(turn, silent)));
    }
}
