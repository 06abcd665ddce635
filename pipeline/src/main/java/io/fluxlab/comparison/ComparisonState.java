package io.fluxlab.comparison;

import io.fluxlab.claim.Lease;
import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.Design;
import io.fluxlab.comparison.ComparisonEvent.OfRun;
import io.fluxlab.comparison.ComparisonEvent.RoundStarted;
import io.fluxlab.comparison.ComparisonEvent.RunProgress;
import io.fluxlab.comparison.ComparisonEvent.Standings;
import io.fluxlab.lane.Lane;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunSnapshot;
import io.fluxlab.verdict.Calibration;
import io.fluxlab.verdict.Doubt;
import io.fluxlab.verdict.StoppingRule;
import io.fluxlab.verdict.Warmup;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** How one comparison is going: its numbers, its order, its figures. Confined to the comparison's stream. */
final class ComparisonState {

    private static final Duration LEAST_WARMUP = Duration.ofSeconds(1);

    /** Warm-up takes at most this part of the time. */
    private static final int WARMUP_SHARE = 4;

    /** Where few rounds are asked for, more would warm up than count. */
    private static final int USUAL_WARMUPS = 3;

    /** Lanes that fall behind, and get faster and faster, are given no more rounds than that to keep up. */
    private static final int MOST_WARMUPS_UNDER_LOAD = 8;

    /** One round in so many has all lanes, also those whose answer is clear. */
    private static final int WHOLE = 4;

    /** Where no lane has figures, as none keeps up, so many rounds are enough to see it. */
    private static final int ROUNDS_IN_VAIN = 2;

    private final ComparisonSetup setup;
    private final long seed;
    private final Random random;
    private final LongSupplier nanoClock;
    private final long startNanos;
    private final TurnFigures figures;
    private final FirstRound firstRound = new FirstRound();
    private final TakingShare takingShare;
    private final Contest contest = new Contest();
    private final Judgement judgement;
    private long seq;
    private int warmups;
    private int rounds;
    private long roundStartNanos;
    private long wholeRoundNanos;
    private List<String> inRound = List.of();
    private @Nullable WarmRound warmRound;

    /** Starts now, by {@code nanoClock}; {@code takingNanos} tells what was spent so far on taking its events. */
    ComparisonState(ComparisonSetup setup, LongSupplier nanoClock, LongSupplier takingNanos) {
        this.setup = setup;
        this.nanoClock = nanoClock;
        this.startNanos = nanoClock.getAsLong();
        this.seed = setup.seed();
        this.random = new Random(seed);
        Plan plan = setup.subject().get().plan();
        this.figures = new TurnFigures(Agreement.Rule.of(setup.sharedLane() != null, plan.calls()));
        this.judgement = new Judgement(setup, plan, contest, figures, () -> rounds);
        this.takingShare = new TakingShare(takingNanos);
    }

    ComparisonEvent started() {
        Subject subject = setup.subject().get();
        Design design = new Design(
                setup.rounds(),
                setup.warmup(),
                setup.maxTime().map(Duration::toMillis).orElse(null),
                seed,
                setup.isolation().isPresent() ? true : null,
                setup.isWarm() ? true : null,
                setup.band().within(),
                setup.sharedLane(),
                setup.load().orElse(null));
        return new ComparisonStarted(
                seq++,
                atNanos(),
                setup.id(),
                subject.workload(),
                subject.parameters(),
                setup.load()
                        .map(load -> (int) Math.round(load.expectedTasks()))
                        .orElseGet(() -> subject.plan().size()),
                judgement.names(),
                setup.baseline(),
                design,
                ThisMachine.describe());
    }

    Lease lease() {
        return setup.lease();
    }

    void calibrate(Calibration measured) {
        judgement.calibrate(measured);
    }

    List<Lane> hopLanes() {
        return judgement.hopLanes();
    }

    void measuredHops(Map<String, Long> hopNanos) {
        judgement.measuredHops(hopNanos);
    }

    /** Whether every lane takes part: where the number was asked for, at the beginning, and now and then. */
    private boolean isWhole(int round) {
        return setup.rounds() != null || round <= StoppingRule.ENOUGH_ROUNDS || round % WHOLE == 0;
    }

    private boolean canGoOn() {
        return !judgement.names().isEmpty() && !isDisturbed();
    }

    /** Whether a run has left threads behind that it could not stop: nothing can be measured beside them. */
    boolean isDisturbed() {
        return figures.left().isPresent();
    }

    private boolean isSearch() {
        return setup.request().searchesPlacements();
    }

    /** As many as were asked for, else until every lane is steady, within a share of the time; one, and a round, must fit. */
    boolean wantsWarmup() {
        if (!canGoOn()) {
            return false;
        }
        Integer asked = setup.warmup();
        if (asked != null ? warmups >= asked : setup.isolation().isPresent()) {
            return false; // a fresh JVM remembers nothing of them
        }
        if (warmups == 0) {
            return true;
        }
        if (isSearch() && asked == null) {
            return false; // what a stage runs is the same wherever it was placed
        }
        return fits(2) && (asked != null || !isWarm());
    }

    private Set<String> cold() {
        return Warmup.coldUnderLoad(figures.warmupSamples());
    }

    private boolean isWarm() {
        if (setup.load().isPresent()) {
            return warmups >= MOST_WARMUPS_UNDER_LOAD || cold().isEmpty();
        }
        Integer counted = setup.rounds();
        long most = setup.maxTime().orElse(ComparisonSetup.DEFAULT_MAX_TIME).toNanos() / WARMUP_SHARE;
        return atNanos() >= most
                || (counted != null && warmups >= Math.max(USUAL_WARMUPS, counted))
                || (atNanos() >= LEAST_WARMUP.toNanos() && Warmup.isOver(figures.warmupSamples(), setup.band()));
    }

    /** Whether a round that counts fits into the time, judged by the last one that warmed up. */
    boolean wantsFirstRound() {
        return canGoOn() && (warmups == 0 || fits(1));
    }

    boolean wantsRound() {
        if (judgement.isEmpty()) {
            return canGoOn() && fits(1) && rounds < ROUNDS_IN_VAIN;
        }
        contest.roundEnded(judgement.tally());
        boolean isOpen = contest.isOpen() && setup.request().rounds() == null;
        return canGoOn() && fits(1) && (isOpen || !judgement.tally().enough(setup.stoppingRule()));
    }

    /** Whether so many rounds more, each as long as the last or the last whole one, end before the time is up. */
    private boolean fits(int more) {
        long lastNanos = atNanos() - roundStartNanos;
        long roundNanos = isWhole(rounds + 1) ? Math.max(lastNanos, wholeRoundNanos) : lastNanos;
        return setup.maxTime()
                .map(time -> atNanos() + more * roundNanos <= time.toNanos())
                .orElse(true);
    }

    /** All lanes in random order; in most of the later rounds without those whose answer is clear. */
    List<Turn> nextRound(boolean isWarmup) {
        boolean lastWasWhole = isWarmup ? warmups == 1 && setup.load().isPresent() : rounds > 0 && isWhole(rounds);
        if (lastWasWhole) {
            wholeRoundNanos = atNanos() - roundStartNanos;
        }
        roundStartNanos = atNanos();
        int round = isWarmup ? ++warmups : ++rounds;
        List<Lane> order = new ArrayList<>(
                isSearch()
                        ? contest.next(judgement.lanes(), isWarmup, setup.baseline(), figures)
                        : isWarmup ? lanesToWarm() : notClear(round));
        inRound = order.stream().map(Lane::name).toList();
        Collections.shuffle(order, random);
        return order.stream().map(lane -> new Turn(round, lane, isWarmup)).toList();
    }

    /** Whether a round that counts has JVMs of its own, in which lanes have several turns. */
    boolean keepsJvms() {
        return setup.isWarm();
    }

    /** This round with such JVMs, which are ended with it. */
    <T> Flux<T> withJvms(Flux<T> round) {
        return setup.isolation().orElseThrow().during(setup.lease(), jvms -> {
            warmRound = new WarmRound(jvms, nanoClock);
            return round;
        });
    }

    /** The turns of this round once more, in another order. */
    List<Turn> nextPass(List<Turn> turns) {
        Objects.requireNonNull(warmRound).passes();
        List<Turn> order = new ArrayList<>(turns);
        Collections.shuffle(order, random);
        return order;
    }

    /** Whether the JVMs of this round, which are warm, play another run each. */
    boolean wantsPass() {
        return canGoOn() && figures.failures().isEmpty() && warmRound != null && warmRound.wantsPass();
    }

    /** All of them; under load, after the first round, those that may yet keep up. */
    private List<Lane> lanesToWarm() {
        Set<String> cold = cold();
        return judgement.lanes().stream()
                .filter(lane -> setup.load().isEmpty() || warmups == 1 || cold.contains(lane.name()))
                .toList();
    }

    private List<Lane> notClear(int round) {
        Set<String> clear = isWhole(round) || judgement.isEmpty()
                ? Set.of()
                : judgement.tally().clearLanes();
        return judgement.lanes().stream()
                .filter(lane -> !clear.contains(lane.name()))
                .toList();
    }

    Flux<RunEvent> run(Turn turn) {
        figures.start();
        takingShare.start();
        long ofRound = new SplittableRandom(seed + (turn.isWarmup() ? -turn.round() : turn.round())).nextLong();
        return setup.run(
                turn.lane(), atNanos(), ofRound, turn.isWarmup() || warmRound == null ? null : warmRound.jvms());
    }

    /** Fails where the first round does not fit into the time; one in which a lane has failed shows what it can. */
    ComparisonEvent roundStarted(Turn turn) {
        if (figures.failures().isEmpty()) {
            setup.maxTime().ifPresent(time -> firstRound.check(inRound, atNanos(), time.toNanos()));
        }
        return new RoundStarted(seq++, atNanos(), turn.round(), turn.lane().name(), turn.isWarmup());
    }

    /** Keeps what counts of a run's event. */
    void accept(Turn turn, RunEvent event) {
        figures.accept(turn, event);
        firstRound.accept(turn.lane().name(), event);
        if (event instanceof RunFinished finished && !turn.isWarmup()) {
            takingShare.end(finished.summary());
        }
    }

    boolean wantsRunEvents() {
        return setup.wantsRunEvents();
    }

    ComparisonEvent ofRun(Turn turn, RunEvent event) {
        return new OfRun(seq++, atNanos(), turn.round(), turn.lane().name(), event);
    }

    /** What a display is told of the next run; empty where there is none. */
    Optional<ProgressSampler> progress() {
        return Optional.ofNullable(setup.request().progress()).map(tasks -> new ProgressSampler(tasks, nanoClock));
    }

    ComparisonEvent progressed(Turn turn, RunSnapshot snapshot) {
        return new RunProgress(seq++, atNanos(), turn.round(), turn.lane().name(), snapshot);
    }

    boolean wantsExplanation() {
        return setup.wantsExplanation() && setup.isolation().isEmpty();
    }

    /** What is known for an explanation of the lanes, once all rounds have been. */
    ExplanationEvents explanation() {
        return new ExplanationEvents(
                setup, judgement.samples().counted(), figures.failures(), figures::stages, () -> seq++, this::atNanos);
    }

    /** What a run shows that has left threads behind, beside which nothing can be watched; empty where none has. */
    Optional<ComparisonEvent> silenceLeft() {
        return figures.silenceLeft(explanation()::foundSilent);
    }

    ComparisonEvent standings() {
        return new Standings(
                seq++,
                atNanos(),
                rounds,
                judgement.isEmpty() ? List.of() : judgement.tally().standings(),
                figures.ofRound(rounds));
    }

    ComparisonEvent verdict() {
        List<Doubt> more = Stream.of(timeTooShort(), takingShare.doubts().stream(), figures.doubts().stream())
                .flatMap(doubts -> doubts)
                .toList();
        return new ComparisonEvent.Verdict(seq++, atNanos(), judgement.verdict(more));
    }

    /** There are fewer rounds than were asked for, or none that counts but the last that warmed up. */
    private Stream<Doubt> timeTooShort() {
        Integer asked = setup.rounds();
        if (!canGoOn() || (judgement.isEmpty() && rounds >= ROUNDS_IN_VAIN)) {
            return Stream.empty(); // time was not what it lacked
        }
        return rounds == 0 || (asked != null && rounds < asked)
                ? Stream.of(new Doubt.TimeTooShort(rounds, asked))
                : Stream.empty();
    }

    private long atNanos() {
        return nanoClock.getAsLong() - startNanos;
    }
}
