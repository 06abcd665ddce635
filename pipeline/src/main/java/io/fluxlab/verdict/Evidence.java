package io.fluxlab.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the rounds bear a recommendation. They do where none of the other lanes can be much faster than the chosen one, by
 * the 95 % interval of the two, or else that lane is ruled out whatever its speed, and no absurd interval is left.
 */
final class Evidence {

    /** How much more time than another lane the chosen one may turn out to take: 1.25 is a quarter. */
    private static final double MOST_REGRET = 1.25;

    /** How far the ends of an interval that leaves open who is faster may be apart: 4 is from half to twice as fast. */
    private static final double MOST_SPAN = 4;

    private final Tally tally;
    private final Choice choice;

    private Evidence(Tally tally, Choice choice) {
        this.tally = tally;
        this.choice = choice;
    }

    /** What is missing for this choice among all lanes; null where nothing is. */
    static @Nullable Missing missing(Tally tally, Choice choice, List<LaneVerdict> all) {
        if (tally.isLeft(choice.lane().lane())) {
            return new Missing.Residence(choice.lane().lane());
        } else if (choice.ground() == Ground.ONLY) {
            return null;
        }
        Evidence evidence = new Evidence(tally, choice);
        List<LaneVerdict> others = all.stream()
                .filter(lane -> !lane.equals(choice.lane()) && !tally.isEmulation(lane) && !tally.isLeft(lane.lane()))
                .toList();
        Optional<Missing> found = others.stream()
                .map(evidence::repetition)
                .flatMap(Optional::stream)
                .findFirst();
        return found.or(() -> others.stream()
                        .map(evidence::steadiness)
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> others.stream()
                        .map(evidence::narrowness)
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(null);
    }

    /** The lanes about which the rounds leave open whether they are as good as the one that the figures favour. */
    static List<String> unanswered(Tally tally) {
        List<LaneVerdict> all = tally.verdicts();
        Choice choice = Choice.of(tally, all);
        Evidence evidence = new Evidence(tally, choice);
        List<String> open = all.stream()
                .filter(lane -> !lane.equals(choice.lane()))
                .filter(lane -> evidence.repetition(lane).isPresent()
                        || evidence.narrowness(lane).isPresent())
                .map(LaneVerdict::lane)
                .toList();
        return open.isEmpty()
                ? open
                : Stream.concat(Stream.of(choice.lane().lane()), open.stream()).toList();
    }

    private Optional<Missing> repetition(LaneVerdict other) {
        return against(other).interval() == null
                ? Optional.of(new Missing.Repetition(StoppingRule.ENOUGH_ROUNDS))
                : Optional.empty();
    }

    private Optional<Missing> narrowness(LaneVerdict other) {
        RatioEstimate ratio = against(other);
        Interval times = ratio.interval();
        if (times == null || isAnswered(times, choice.contenders().contains(other))) {
            return Optional.empty();
        }
        return Optional.of(new Missing.Narrowness(choice.lane().lane(), other.lane(), times.inverse(), ratio.rounds()));
    }

    private static boolean isAnswered(Interval times, boolean isContender) {
        return isContender
                ? times.high() <= MOST_REGRET
                : !times.contains(1) || times.high() / times.low() <= MOST_SPAN;
    }

    /** A lane that was set aside because it moves may be the one to use once it has come to rest. */
    private Optional<Missing> steadiness(LaneVerdict other) {
        String chosen = choice.lane().lane();
        if (!tally.steadiness().getsFaster(other.lane()) || tally.steadiness().isSteady(other.lane())) {
            return Optional.empty();
        }
        double last = Math.log(
                tally.all(other.lane()).end().against(tally.all(chosen).end()).median());
        double first = Math.log(tally.all(other.lane())
                .beginning()
                .against(tally.all(chosen).beginning())
                .median());
        boolean isAhead = last < 0;
        boolean overtakes = last + (last - first) < 0;
        return !isAhead && overtakes ? Optional.of(new Missing.SteadySpeed(other.lane(), chosen)) : Optional.empty();
    }

    private RatioEstimate against(LaneVerdict other) {
        return tally.of(choice.lane().lane()).against(tally.of(other.lane()));
    }
}
