package io.fluxlab.comparison;

import io.fluxlab.lane.Lane;
import io.fluxlab.trail.Whereabouts;
import io.fluxlab.verdict.Calibration;
import io.fluxlab.verdict.CallMeasure;
import io.fluxlab.verdict.Doubt;
import io.fluxlab.verdict.Findings;
import io.fluxlab.verdict.LaneFailure;
import io.fluxlab.verdict.Missing;
import io.fluxlab.verdict.Recommendation;
import io.fluxlab.verdict.Tally;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.workload.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a comparison makes of its figures. Confined to the comparison's stream. */
final class Judgement {

    private final ComparisonSetup setup;
    private final Contest contest;
    private final TurnFigures figures;
    private final IntSupplier rounds;
    private CallMeasure calls;
    private Calibration calibration = new Calibration(1, null);

    /**
     * @param plan what every run does
     * @param rounds how many have begun that count
     */
    Judgement(ComparisonSetup setup, Plan plan, Contest contest, TurnFigures figures, IntSupplier rounds) {
        this.setup = setup;
        this.contest = contest;
        this.figures = figures;
        this.rounds = rounds;
        this.calls = new CallMeasure((long) plan.size() * plan.calls(), plan.calls(), Map.of());
    }

    void calibrate(Calibration measured) {
        calibration = measured;
    }

    /** The lanes whose hops are worth knowing: those of this JVM, where tasks make calls. */
    List<Lane> hopLanes() {
        return calls.callsInTask() == 0
                        || setup.sharedLane() != null
                        || setup.isolation().isPresent()
                ? List.of()
                : setup.lanes().stream().filter(lane -> !lane.isElsewhere()).toList();
    }

    void measuredHops(Map<String, Long> hopNanos) {
        calls = new CallMeasure(calls.callsInRun(), calls.callsInTask(), hopNanos);
    }

    /**
     * What the rounds show.
     *
     * @param more what there is to doubt, beside what the figures say of themselves
     */
    Verdict verdict(List<Doubt> more) {
        List<LaneFailure> failures = figures.failures();
        Verdict verdict = judgeable().isEmpty()
                ? Verdict.ofFailures(
                        failures, figures.left().or(samples()::missing).orElse(null), setup.wording(), more)
                : judged(more).beside(failures, setup.wording());
        return setup.load().isEmpty()
                ? verdict
                : verdict.beside(samples().howFarBehind(), samples().ofThoseBehind(), setup.wording());
    }

    /** The samples that count or, where there are none, of the last round that warmed up. */
    LaneSamples samples() {
        return new LaneSamples(names(), rounds.getAsInt() == 0 ? figures.lastWarmup() : figures.samples());
    }

    private Verdict judged(List<Doubt> more) {
        Findings all = tally().findings(calibration);
        Findings found = setup.sharedLane() == null ? all : all.aboutVariants();
        Optional<Missing> missing =
                figures.left().or(() -> rounds.getAsInt() == 0 ? Optional.of(new Missing.Rounds()) : Optional.empty());
        Verdict verdict = missing.map(found::without).orElse(found).in(setup.wording(), more);
        Verdict placed = verdict.with(Search.findings(judgeable(), setup.lanes(), figures, verdict));
        Verdict told = setup.stageWording().of(placed).map(placed::because).orElse(placed);
        return recommendation(told).map(told::with).orElse(told);
    }

    private Optional<Recommendation> recommendation(Verdict verdict) {
        String workload = setup.subject().get().workload();
        return setup.lanes().stream()
                .filter(lane -> setup.sharedLane() == null && lane.name().equals(verdict.recommended()))
                .findFirst()
                .flatMap(lane -> lane.code(workload, figures.stages(lane.name()))
                        .map(code -> new Recommendation(code, note(verdict, lane.name()))));
    }

    private @Nullable String note(Verdict verdict, String lane) {
        Whereabouts where = figures.whereabouts().getOrDefault(lane, Whereabouts.UNKNOWN);
        return verdict.lanes().stream()
                .filter(found -> found.lane().equals(lane))
                .map(found -> setup.wording().note(found, where.taskNanos()))
                .filter(note -> !note.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Whether no lane has figures. */
    boolean isEmpty() {
        return judgeable().isEmpty();
    }

    /** The figures of the lanes that have some. */
    Tally tally() {
        return contest.of(Tally.of(judgeable(), baseline(), samples().judged())
                .sameWithin(setup.band())
                .withWhereabouts(figures.whereabouts())
                .withCalls(setup.sharedLane() == null && setup.load().isEmpty() ? calls : CallMeasure.NONE)
                .withEmulations(lanes().stream()
                        .filter(Lane::isEmulation)
                        .map(Lane::name)
                        .collect(Collectors.toSet())));
    }

    /** The one that was asked for or, where that has failed, the first that has not. */
    private String baseline() {
        return judgeable().contains(setup.baseline())
                ? setup.baseline()
                : judgeable().get(0);
    }

    private List<String> judgeable() {
        return samples().judgeable();
    }

    /** The lanes that have not failed. */
    List<Lane> lanes() {
        return setup.lanes().stream()
                .filter(lane -> !figures.hasFailed(lane.name()))
                .toList();
    }

    List<String> names() {
        return lanes().stream().map(Lane::name).toList();
    }
}
