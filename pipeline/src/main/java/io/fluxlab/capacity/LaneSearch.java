package io.fluxlab.capacity;

import io.fluxlab.capacity.LaneCapacity.Answer;
import io.fluxlab.capacity.LaneCapacity.Limit;
import io.fluxlab.lane.Lane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The search for one lane's capacity, and what its steps have shown. Confined to the search's stream. */
final class LaneSearch {

    /** A task that takes less CPU time than this part of the least so far has got faster. */
    private static final double FASTER = 0.9;

    /** So many steps are not counted, at the most, while the code gets faster. */
    private static final int MOST_WARMUPS = 8;

    private final Lane lane;
    private final RateSearch rates;
    private final List<Slo> objectives;
    private final Limit highestBy;
    private final List<Step> counted = new ArrayList<>();
    private int steps;
    private int warmups;
    private double leastCpuNanos = Double.POSITIVE_INFINITY;
    private @Nullable String refusal;
    private boolean isTold;

    /** A step that counts. */
    record Step(double perSecond, StepResult result) {}

    /** Of a lane that has had no step; {@code highestBy} is what keeps {@code rates} from more. */
    LaneSearch(Lane lane, RateSearch rates, List<Slo> objectives, Limit highestBy) {
        this.lane = lane;
        this.objectives = List.copyOf(objectives);
        this.rates = rates;
        this.highestBy = highestBy;
    }

    Lane lane() {
        return lane;
    }

    /** The rate of the next step; empty where there is none. */
    OptionalDouble next() {
        return rates.next();
    }

    /** Whether the next step is to decide, and not only to go on. */
    boolean decides() {
        return rates.bracket().missed() != null;
    }

    /** The number of the next step, from 1. */
    int begin() {
        return ++steps;
    }

    /** A step has ended; whether it counts. */
    boolean end(double perSecond, StepResult result) {
        boolean isWarmup = isWarmup(result);
        if (result.figures() != null) {
            leastCpuNanos = Math.min(leastCpuNanos, (double) result.figures().cpuNanosOfTask());
        }
        if (isWarmup) {
            warmups++;
            return false;
        }
        counted.add(new Step(perSecond, result));
        if (result.hasFailedAltogether()) {
            rates.fail(perSecond);
        } else {
            rates.add(perSecond, result.outcome().isMet());
        }
        return true;
    }

    /** The first one, those in which nothing arrived, and those that a lane does not bear that is still getting faster. */
    private boolean isWarmup(StepResult result) {
        StepFigures figures = result.figures();
        if (figures == null || warmups >= MOST_WARMUPS) {
            return false;
        }
        boolean isFaster = figures.cpuNanosOfTask() < FASTER * leastCpuNanos;
        return steps == 1 || figures.arrivals() == 0 || (!result.outcome().isMet() && isFaster);
    }

    /** The lab refuses steps at this rate; false where it has had none, so that nothing can be told. */
    boolean refuse(double perSecond, String reason) {
        refusal = reason;
        rates.refuse(perSecond);
        return steps > 1;
    }

    RateDecision decision(double perSecond) {
        return rates.decision(perSecond);
    }

    /** Whether it is over and nobody was told yet; says so once. */
    boolean isToTell() {
        boolean tell = !isTold && rates.next().isEmpty();
        isTold |= tell;
        return tell;
    }

    /** True the first time that it is asked. */
    boolean isUntold() {
        boolean tell = !isTold;
        isTold = true;
        return tell;
    }

    /** What was found so far; {@code left} is the lane whose threads could not be stopped, null where all could. */
    LaneCapacity capacity(@Nullable String left) {
        RateBracket bracket = rates.bracket();
        Answer answer = bracket.isNarrow()
                ? Answer.FOUND
                : bracket.isHighest() ? Answer.AT_LEAST : bracket.isLowest() ? Answer.NOT_AT_ALL : Answer.CANT_TELL;
        boolean isCutShort = answer == Answer.CANT_TELL && left != null;
        Limit limit = isCutShort ? Limit.LEFT_BEHIND : limit(bracket);
        return new LaneCapacity(
                lane.name(),
                answer,
                bracket.met(),
                bracket.missed(),
                limit,
                isCutShort ? left : detail(bracket, limit),
                curve());
    }

    private @Nullable Limit limit(RateBracket bracket) {
        if (bracket.missed() == null) {
            return !bracket.isHighest() ? null : refusal != null ? Limit.LAB : highestBy;
        }
        return mostOften(missedAt(bracket.missed()).stream()
                        .map(step -> step.result().outcome())
                        .toList())
                .map(LaneSearch::limit)
                .orElse(null);
    }

    private static Limit limit(StepOutcome outcome) {
        return switch (outcome) {
            case MET, MISSED -> Limit.OBJECTIVE;
            case BEHIND -> Limit.BEHIND;
            case FAILED -> Limit.FAILURE;
            case SENT_LATE -> Limit.GENERATOR;
            case REFUSED -> Limit.LAB;
        };
    }

    private @Nullable String detail(RateBracket bracket, @Nullable Limit limit) {
        if (limit == Limit.LAB) {
            return refusal;
        }
        List<Step> missed = bracket.missed() == null ? List.of() : missedAt(bracket.missed());
        List<String> details = limit == Limit.FAILURE
                ? missed.stream()
                        .map(step -> step.result().message())
                        .filter(Objects::nonNull)
                        .toList()
                : limit == Limit.OBJECTIVE || limit == Limit.GENERATOR
                        ? missed.stream()
                                .flatMap(step -> step.result().failed().stream())
                                .map(Slo::text)
                                .toList()
                        : List.of();
        return mostOften(details).orElse(null);
    }

    private List<Step> missedAt(double perSecond) {
        return counted.stream()
                .filter(step -> step.perSecond() == perSecond
                        && !step.result().outcome().isMet())
                .toList();
    }

    private static <T> Optional<T> mostOften(List<T> values) {
        return values.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Entry.comparingByValue())
                .map(Entry::getKey);
    }

    private List<RatePoint> curve() {
        Map<Double, List<StepResult>> byRate = counted.stream()
                .collect(Collectors.groupingBy(Step::perSecond, Collectors.mapping(Step::result, Collectors.toList())));
        return byRate.entrySet().stream()
                .map(rate -> RatePoint.of(rate.getKey(), rate.getValue(), rates.decision(rate.getKey()), objectives))
                .sorted(Comparator.comparingDouble(RatePoint::perSecond))
                .toList();
    }
}
