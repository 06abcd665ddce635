package io.fluxlab.comparison;

import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.Design;
import io.fluxlab.comparison.ComparisonEvent.OfRun;
import io.fluxlab.comparison.ComparisonEvent.RoundStarted;
import io.fluxlab.comparison.ComparisonEvent.Standings;
import io.fluxlab.lane.Lane;
import io.fluxlab.run.RunEvent;
import io.fluxlab.verdict.Calibration;
import io.fluxlab.verdict.Tally;
import io.fluxlab.workload.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;

/** How one comparison is going: its numbers, its order, its figures. Confined to the comparison's stream. */
final class Course {

    private static final Duration WARMUP_TIME = Duration.ofSeconds(1);
    private static final int MOST_WARMUPS = 3;

    private final ComparisonSetup setup;
    private final long seed;
    private final Random random;
    private final LongSupplier nanoClock;
    private final long startNanos;
    private final TurnFigures figures;
    private Calibration calibration = new Calibration(1, null);
    private long seq;
    private int warmups;
    private int rounds;

    /** Starts now, by {@code nanoClock}. */
    Course(ComparisonSetup setup, LongSupplier nanoClock) {
        this.setup = setup;
        this.nanoClock = nanoClock;
        this.startNanos = nanoClock.getAsLong();
        this.seed = setup.seed();
        this.random = new Random(seed);
        this.figures = new TurnFigures();
    }

    ComparisonEvent started() {
        Subject subject = setup.subject().get();
        Design design = new Design(
                setup.request().rounds(),
                setup.request().warmup(),
                setup.maxTime().map(Duration::toMillis).orElse(null),
                seed,
                setup.isolation().isPresent() ? true : null,
                setup.band().within());
        return new ComparisonStarted(
                seq++,
                atNanos(),
                setup.id(),
                subject.workload(),
                subject.parameters(),
                subject.plan().size(),
                names(),
                setup.baseline(),
                design,
                ThisMachine.describe());
    }

    void calibrate(Calibration measured) {
        calibration = measured;
    }

    /** As many as were asked for; else until a second has passed, at least one and at most three. */
    boolean wantsWarmup() {
        if (setup.request().warmup() != null) {
            return warmups < setup.request().warmup();
        }
        if (setup.isolation().isPresent()) {
            return false; // a fresh JVM remembers nothing of them
        }
        return warmups == 0 || (warmups < MOST_WARMUPS && atNanos() < WARMUP_TIME.toNanos());
    }

    boolean wantsRound() {
        boolean timeIsUp =
                setup.maxTime().map(time -> atNanos() >= time.toNanos()).orElse(false);
        return !timeIsUp && !tally().enough(setup.stoppingRule());
    }

    List<Turn> nextRound(boolean isWarmup) {
        int round = isWarmup ? ++warmups : ++rounds;
        List<Lane> order = new ArrayList<>(setup.lanes());
        Collections.shuffle(order, random);
        return order.stream().map(lane -> new Turn(round, lane, isWarmup)).toList();
    }

    Flux<RunEvent> run(Turn turn) {
        figures.start();
        return setup.run(turn.lane());
    }

    ComparisonEvent roundStarted(Turn turn) {
        return new RoundStarted(seq++, atNanos(), turn.round(), turn.lane().name(), turn.isWarmup());
    }

    /** Keeps what counts of a run's event. */
    void accept(Turn turn, RunEvent event) {
        figures.accept(turn, event);
    }

    boolean wantsRunEvents() {
        return setup.wantsRunEvents();
    }

    ComparisonEvent ofRun(Turn turn, RunEvent event) {
        return new OfRun(seq++, atNanos(), turn.round(), turn.lane().name(), event);
    }

    ComparisonEvent standings() {
        return new Standings(seq++, atNanos(), rounds, tally().standings());
    }

    ComparisonEvent verdict() {
        return new ComparisonEvent.Verdict(seq++, atNanos(), tally().verdict(calibration));
    }

    private Tally tally() {
        return Tally.of(names(), setup.baseline(), figures.samples())
                .sameWithin(setup.band())
                .withEmulations(setup.lanes().stream()
                        .filter(Lane::isEmulation)
                        .map(Lane::name)
                        .collect(Collectors.toSet()));
    }

    private List<String> names() {
        return setup.lanes().stream().map(Lane::name).toList();
    }

    private long atNanos() {
        return nanoClock.getAsLong() - startNanos;
    }
}
