package io.fluxlab.capacity;

import io.fluxlab.capacity.CapacityState.Turn;
import io.fluxlab.claim.Lease;
import io.fluxlab.comparison.KeptLanes;
import io.fluxlab.error.RejectedRequestException;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes searches for capacities happen: lanes take turns, a step each, so that a drift of the machine meets all of them.
 * Stateless; thread-safe.
 */
public final class Capacity {

    private Capacity() {}

    /**
     * The search as a cold stream. Steps follow one another, never two at once; cancel ends the one that goes on. A slow
     * subscriber holds up the next step, and not the one that goes on. Ends in one {@code capacity-finished}, also where the
     * time is up before anything was found; fails with a {@link RejectedRequestException} where the first step of a lane may
     * not start, and with a {@link io.fluxlab.error.BrokenRunException} where a run breaks.
     *
     * @param lease of which lanes make use that keep something between steps
     */
    public static Flux<CapacityEvent> run(CapacitySetup setup, StepRunner runner, Lease lease) {
        return lease.during(
                () -> KeptLanes.of(setup.lanes()),
                kept -> Flux.defer(
                        () -> play(setup, new CapacityState(setup.on(kept.lanes()), System::nanoTime), runner)),
                KeptLanes::close);
    }

    static Flux<CapacityEvent> play(CapacitySetup setup, CapacityState state, StepRunner runner) {
        return Flux.concat(List.of(
                Mono.fromSupplier(state::started),
                Flux.defer(() -> round(setup, state, runner)).repeat(state::wantsRound),
                Flux.defer(() -> Flux.fromIterable(state.cutOff())),
                Mono.fromSupplier(state::finished)));
    }

    private static Flux<CapacityEvent> round(CapacitySetup setup, CapacityState state, StepRunner runner) {
        return Flux.fromIterable(state.nextRound())
                .concatMap(
                        search -> Mono.fromSupplier(() -> state.begin(search))
                                .flatMap(Mono::justOrEmpty)
                                .flatMapMany(turn -> step(setup, state, turn, runner)),
                        1);
    }

    private static Flux<CapacityEvent> step(CapacitySetup setup, CapacityState state, Turn turn, StepRunner runner) {
        StepResult.Reader reader = new StepResult.Reader(setup.request().slo());
        Flux<CapacityEvent> end = Flux.defer(() -> state.stepFinished(turn, reader.result()));
        Flux<CapacityEvent> run = runner.run(turn.run())
                .doOnNext(reader::accept)
                .then(Mono.just(turn))
                .flatMapMany(done -> end)
                .onErrorResume(RejectedRequestException.class, error -> state.refused(turn, error));
        return Flux.concat(List.of(Mono.fromSupplier(() -> state.stepStarted(turn)), run));
    }
}
