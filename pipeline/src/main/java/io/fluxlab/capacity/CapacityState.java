package io.fluxlab.capacity;

import io.fluxlab.capacity.CapacityEvent.CapacityFinished;
import io.fluxlab.capacity.CapacityEvent.CapacityStarted;
import io.fluxlab.capacity.CapacityEvent.Design;
import io.fluxlab.capacity.CapacityEvent.LaneFound;
import io.fluxlab.capacity.CapacityEvent.StepFinished;
import io.fluxlab.capacity.CapacityEvent.StepStarted;
import io.fluxlab.comparison.ThisMachine;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.run.RunSetup;
import io.fluxlab.workload.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** How one search is going: its numbers, its order, its lanes. Confined to the search's stream. */
final class CapacityState {

    private final CapacitySetup setup;
    private final LongSupplier nanoClock;
    private final long startNanos;
    private final long seed;
    private final Random random;
    private final List<LaneSearch> searches;
    private long seq;
    private @Nullable String left;

    /** Starts now, by {@code nanoClock}. */
    CapacityState(CapacitySetup setup, LongSupplier nanoClock) {
        this.setup = setup;
        this.nanoClock = nanoClock;
        this.startNanos = nanoClock.getAsLong();
        this.seed = setup.seed();
        this.random = new Random(seed);
        this.searches = setup.lanes().stream()
                .map(lane ->
                        new LaneSearch(lane, setup.search(), setup.request().slo(), setup.highestBy()))
                .toList();
    }

    /** A step that is about to begin. */
    record Turn(LaneSearch search, double perSecond, int step, Duration duration, RunSetup run) {}

    CapacityEvent started() {
        Subject subject = setup.subject().get();
        CapacityRequest request = setup.request();
        Design design = new Design(
                request.first().perSecond(),
                setup.highestRate(),
                request.chosenResolution(),
                StepTally.CONFIDENCE,
                setup.arrivals(),
                request.duration() == null ? null : request.duration().nanos(),
                setup.maxTime().toMillis(),
                seed);
        return new CapacityStarted(
                seq++,
                atNanos(),
                setup.id(),
                subject.workload(),
                subject.parameters(),
                searches.stream().map(search -> search.lane().name()).toList(),
                request.slo().stream().map(Slo::text).toList(),
                design,
                ThisMachine.describe());
    }

    /** Whether a lane has a step left that ends before the time is up. */
    boolean wantsRound() {
        return searches.stream().anyMatch(this::wantsStep);
    }

    private boolean wantsStep(LaneSearch search) {
        OptionalDouble rate = left != null ? OptionalDouble.empty() : search.next();
        return rate.isPresent()
                && atNanos() + duration(search, rate.getAsDouble()).toNanos()
                        <= setup.maxTime().toNanos();
    }

    private Duration duration(LaneSearch search, double perSecond) {
        return setup.duration(perSecond, search.decides());
    }

    /** The lanes in random order, so that a drift of the machine meets all of them. */
    List<LaneSearch> nextRound() {
        List<LaneSearch> order = new ArrayList<>(searches);
        Collections.shuffle(order, random);
        return order;
    }

    /** The next step of a lane; empty where it has none, or no time for it. */
    Optional<Turn> begin(LaneSearch search) {
        if (!wantsStep(search)) {
            return Optional.empty();
        }
        double rate = search.next().orElseThrow();
        Duration duration = duration(search, rate);
        return Optional.of(new Turn(
                search, rate, search.begin(), duration, setup.step(search.lane(), rate, duration, random.nextLong())));
    }

    CapacityEvent stepStarted(Turn turn) {
        return new StepStarted(
                seq++,
                atNanos(),
                turn.search().lane().name(),
                turn.step(),
                turn.perSecond(),
                turn.duration().toNanos());
    }

    /** A step has ended, and maybe the search of its lane. */
    Flux<CapacityEvent> stepFinished(Turn turn, StepResult result) {
        LaneSearch search = turn.search();
        boolean counts = search.end(turn.perSecond(), result);
        left = result.isDisturbing() ? search.lane().name() : left;
        return told(turn, result, !counts);
    }

    /** A step may not start. */
    Flux<CapacityEvent> refused(Turn turn, RejectedRequestException error) {
        LaneSearch search = turn.search();
        if (!search.refuse(turn.perSecond(), String.valueOf(error.getMessage()))) {
            return Flux.error(error);
        }
        return told(turn, new StepResult(StepOutcome.REFUSED, List.of(), error.getMessage(), null, false), false);
    }

    private Flux<CapacityEvent> told(Turn turn, StepResult result, boolean isWarmup) {
        LaneSearch search = turn.search();
        CapacityEvent finished = new StepFinished(
                seq++,
                atNanos(),
                search.lane().name(),
                turn.step(),
                turn.perSecond(),
                result.outcome(),
                isWarmup,
                result.failed().stream().map(Slo::text).toList(),
                search.decision(turn.perSecond()),
                result.figures());
        return search.isToTell() ? Flux.just(finished, found(search)) : Flux.just(finished);
    }

    /** The lanes whose searches the end of the time has cut off. */
    List<CapacityEvent> cutOff() {
        return searches.stream().filter(LaneSearch::isUntold).map(this::found).toList();
    }

    CapacityEvent finished() {
        return new CapacityFinished(
                seq++,
                atNanos(),
                searches.stream().map(search -> search.capacity(left)).toList());
    }

    private CapacityEvent found(LaneSearch search) {
        return new LaneFound(seq++, atNanos(), search.capacity(left));
    }

    private long atNanos() {
        return nanoClock.getAsLong() - startNanos;
    }
}
