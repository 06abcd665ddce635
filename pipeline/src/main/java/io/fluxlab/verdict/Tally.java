package io.fluxlab.verdict;

import io.fluxlab.trail.Whereabouts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a comparison so far, and what follows from them. Immutable; warm-up rounds do not belong in it.
 *
 * <p>Rounds that went by before a lane was steady do not count for it, and none before the baseline was. A ratio is formed of the rounds that both lanes have finished, so that a tally may be taken in the middle of a round.
 */
public final class Tally {
    private final String baseline;
    private final List<LaneSample> samples;
    private final SameBand band;
    private final Set<String> emulations;
    private final Map<String, Whereabouts> whereabouts;
    private final CallMeasure calls;

    /** Those that a race has not left out; the others have fewer rounds. */
    private final Set<String> running;

    private final Map<String, LaneRounds> rounds = new LinkedHashMap<>();

    /** Found when it is first asked for; it follows from the rest. */
    private @Nullable Steadiness steadiness;

    private Tally(
            List<String> lanes,
            String baseline,
            List<LaneSample> samples,
            SameBand band,
            Set<String> emulations,
            Map<String, Whereabouts> whereabouts,
            CallMeasure calls,
            Set<String> running) {
        if (!lanes.contains(baseline)) {
            throw new IllegalArgumentException("baseline must be one of " + lanes + ", was " + baseline);
        }
        this.baseline = baseline;
        this.samples = List.copyOf(samples);
        this.band = band;
        this.emulations = Set.copyOf(emulations);
        this.whereabouts = Map.copyOf(whereabouts);
        this.calls = calls;
        this.running = Set.copyOf(running);
        lanes.forEach(lane -> rounds.put(lane, new LaneRounds()));
        this.samples.forEach(sample -> all(sample.lane()).add(sample));
    }

    /**
     * A tally of these samples.
     *
     * @param lanes the lanes that are compared, in the order in which they were named
     * @param samples at most one of each lane and round, in any order
     */
    public static Tally of(List<String> lanes, String baseline, List<LaneSample> samples) {
        return new Tally(
                lanes, baseline, samples, SameBand.DEFAULT, Set.of(), Map.of(), CallMeasure.NONE, Set.copyOf(lanes));
    }

    /** This tally, where lanes that are so close to each other count as the same. */
    public Tally sameWithin(SameBand newBand) {
        return new Tally(lanes(), baseline, samples, newBand, emulations, whereabouts, calls, running);
    }

    /** This tally, where these lanes imitate another runtime: none of them is recommended while there is another lane. */
    public Tally withEmulations(Set<String> newEmulations) {
        return new Tally(lanes(), baseline, samples, band, newEmulations, whereabouts, calls, running);
    }

    /** This tally, where tasks were there, by the lane. */
    public Tally withWhereabouts(Map<String, Whereabouts> newWhereabouts) {
        return new Tally(lanes(), baseline, samples, band, emulations, newWhereabouts, calls, running);
    }

    /** This tally of tasks that make calls, of which so much is known. */
    public Tally withCalls(CallMeasure newCalls) {
        return new Tally(lanes(), baseline, samples, band, emulations, whereabouts, newCalls, running);
    }

    /** This tally, where a race has left out all lanes but these: it does not wait for more rounds of the others. */
    public Tally withRunning(Collection<String> newRunning) {
        Set<String> known = new LinkedHashSet<>(newRunning);
        known.retainAll(lanes());
        return known.isEmpty()
                ? this
                : new Tally(lanes(), baseline, samples, band, emulations, whereabouts, calls, known);
    }

    /** Where each lane stands, in their order; one that has no round in common with the baseline yet is left out. */
    public List<Standing> standings() {
        return lanes().stream().filter(this::started).map(this::standing).toList();
    }

    /** The lanes that are so much slower than others that more rounds would change nothing about that. */
    public Set<String> clearLanes() {
        return EarlyAnswers.of(this);
    }

    /** Whether this rule asks for no further round; to be asked after each round. */
    public boolean enough(StoppingRule rule) {
        return rounds() >= rule.maxRounds()
                || (rounds() >= rule.minRounds()
                        && steadiness().moving().isEmpty()
                        && narrow(rule)
                        && withoutLastRound().narrow(rule));
    }

    /**
     * What the samples show.
     *
     * @throws IllegalStateException if a lane has no round in common with the baseline
     */
    public Findings findings(Calibration calibration) {
        lanes().stream().filter(lane -> !started(lane)).findFirst().ifPresent(lane -> {
            throw new IllegalStateException("findings need at least one round of lane " + lane + ", had none");
        });
        List<LaneVerdict> found = verdicts();
        Choice choice = Choice.of(this, found);
        LaneVerdict rival = choice.rival();
        return new Findings(
                found,
                choice.lane().lane(),
                Evidence.missing(this, choice, found),
                choice.ground(),
                rival == null ? null : rival.lane(),
                choice.passedOver(),
                band,
                lanes().stream().filter(lane -> !isSettled(lane)).collect(Collectors.toSet()),
                Doubts.of(this, found, calibration),
                samples);
    }

    /** What was found of each lane. */
    List<LaneVerdict> verdicts() {
        return lanes().stream().map(this::verdict).toList();
    }

    /** The median of how many times as long as the baseline the lane takes. */
    double ratioToBaseline(String lane) {
        return ratio(lane).median();
    }

    List<String> lanes() {
        return List.copyOf(rounds.keySet());
    }

    String baseline() {
        return baseline;
    }

    List<LaneSample> samples() {
        return samples;
    }

    SameBand band() {
        return band;
    }

    boolean isEmulation(LaneVerdict lane) {
        return emulations.contains(lane.lane());
    }

    Whereabouts whereabouts(String lane) {
        return whereabouts.getOrDefault(lane, Whereabouts.UNKNOWN);
    }

    /** Whether work has left the lane, so that its figures are not its own. */
    boolean isLeft(String lane) {
        return whereabouts(lane).departure().isPresent();
    }

    CallMeasure calls() {
        return calls;
    }

    Steadiness steadiness() {
        Steadiness found = steadiness;
        if (found == null) {
            found = rounds() < StoppingRule.ENOUGH_ROUNDS
                    ? Steadiness.takenForGranted(baseline)
                    : Steadiness.of(ofRunning(), baseline, band);
            steadiness = found;
        }
        return found;
    }

    private Map<String, LaneRounds> ofRunning() {
        Map<String, LaneRounds> found = new LinkedHashMap<>(rounds);
        found.keySet().removeIf(lane -> !running.contains(lane) && !lane.equals(baseline));
        return found;
    }

    /** Whether the lane and the baseline are steady, so that their ratio says something. */
    boolean isSettled(String lane) {
        return steadiness().isSteady(lane) && steadiness().isSteady(baseline);
    }

    /** The rounds of the lane that count. */
    LaneRounds of(String lane) {
        return all(lane).from(Math.max(steadiness().from(lane), steadiness().from(baseline)));
    }

    /** How many rounds every lane has finished, whether they count or not. */
    int rounds() {
        return running.stream().mapToInt(lane -> all(lane).count()).min().orElse(0);
    }

    /** All rounds of the lane. */
    LaneRounds all(String lane) {
        LaneRounds found = rounds.get(lane);
        if (found == null) {
            throw new IllegalArgumentException("lane must be one of " + lanes() + ", was " + lane);
        }
        return found;
    }

    private boolean narrow(StoppingRule rule) {
        Set<String> clear = clearLanes();
        String reference = EarlyAnswers.reference(this, clear);
        return running.stream()
                .filter(lane -> !clear.contains(lane))
                .allMatch(lane -> started(lane)
                        && (lane.equals(reference)
                                || of(lane).against(of(reference)).narrowEnough(rule.halfWidth())));
    }

    /** One round ago, by what is known now of the rounds that count. */
    private Tally withoutLastRound() {
        int last = samples.stream().mapToInt(LaneSample::round).max().orElse(0);
        Tally before = new Tally(
                lanes(),
                baseline,
                samples.stream().filter(sample -> sample.round() < last).toList(),
                band,
                emulations,
                whereabouts,
                calls,
                running);
        before.steadiness = steadiness;
        return before;
    }

    private boolean started(String lane) {
        return all(lane).meets(all(baseline));
    }

    private RatioEstimate ratio(String lane) {
        return lane.equals(baseline) ? RatioEstimate.ofBaseline(of(lane).count()) : of(lane).against(of(baseline));
    }

    private Standing standing(String lane) {
        return Standing.of(lane, of(lane).medianNanos(), ratio(lane));
    }

    private LaneVerdict verdict(String lane) {
        RatioEstimate ratio = ratio(lane);
        boolean settled = isSettled(lane) && !isLeft(lane) && !isLeft(baseline);
        OptionalInt roundsNeeded = settled ? ratio.roundsNeeded(band) : OptionalInt.empty();
        Outcome outcome = settled ? band.outcome(ratio.interval()) : Outcome.CANT_TELL;
        Whereabouts where = whereabouts(lane);
        return new LaneVerdict(
                standing(lane),
                lane.equals(baseline) ? Outcome.BASELINE : outcome,
                roundsNeeded.isPresent() ? roundsNeeded.getAsInt() : null,
                of(lane).bystander(),
                of(lane).typicalCost(),
                where.places().isEmpty() ? null : where.placesOfOneRun(),
                where.waits().isEmpty() ? null : where.waits(),
                calls.on(lane, of(lane).medianNanos()),
                of(lane).load(),
                of(lane).canaries(),
                of(lane).network());
    }
}
