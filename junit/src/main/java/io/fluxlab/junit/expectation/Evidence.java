package io.fluxlab.junit.expectation;

import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What there is to answer expectations by: a verdict, and a look at the loop where somebody asks. Immutable. */
public final class Evidence {

    private final Verdict verdict;
    private final Function<String, Optional<LoopWatch>> watched;
    private final List<Departure> departures;

    private Evidence(Verdict verdict, Function<String, Optional<LoopWatch>> watched, List<Departure> departures) {
        this.verdict = verdict;
        this.watched = watched;
        this.departures = List.copyOf(departures);
    }

    /** A verdict alone: nobody can look at the loop any more. */
    public static Evidence of(Verdict verdict) {
        return new Evidence(verdict, lane -> Optional.empty(), List.of());
    }

    /**
     * A verdict with what was seen beside it.
     *
     * @param watched runs the body once more on a lane and watches its loop, which may take a run's time
     * @param departures where calls of the body ended, lane by lane
     */
    public static Evidence of(
            Verdict verdict, Function<String, Optional<LoopWatch>> watched, List<Departure> departures) {
        return new Evidence(verdict, watched, departures);
    }

    /** The verdict. */
    public Verdict verdict() {
        return verdict;
    }

    List<Departure> departures() {
        return departures;
    }

    Optional<LoopWatch> watch(String lane) {
        return watched.apply(lane);
    }

    /** The lane that is recommended; empty where none is. */
    Optional<String> recommended() {
        return Optional.ofNullable(verdict.recommended());
    }

    /** What was found about a lane; empty where it was not compared. */
    Optional<LaneVerdict> lane(String name) {
        return verdict.lanes().stream().filter(lane -> lane.lane().equals(name)).findFirst();
    }

    /** The rounds of a lane that count, by their number. */
    Map<Integer, LaneSample> rounds(String lane) {
        int counted = lane(lane).map(found -> found.standing().rounds()).orElse(0);
        return verdict.samples().stream()
                .filter(sample -> sample.lane().equals(lane))
                .sorted(Comparator.comparingInt(LaneSample::round).reversed())
                .limit(counted)
                .collect(Collectors.toMap(LaneSample::round, sample -> sample));
    }

    /** Whether the lane's figures still moved, or were held against some that did. */
    boolean isUnsettled(String lane) {
        return lane(lane)
                .map(found -> found.outcome() == Outcome.CANT_TELL
                        && found.roundsNeeded() == null
                        && found.standing().rounds() > 1)
                .orElse(true);
    }

    /** The names of the lanes that were compared. */
    List<String> lanes() {
        return verdict.lanes().stream().map(LaneVerdict::lane).toList();
    }
}
