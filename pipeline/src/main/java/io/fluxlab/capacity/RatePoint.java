package io.fluxlab.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.LatencyProfile;
import io.fluxlab.verdict.Medians;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the steps at one rate have shown, as a point of a lane's curve: medians of the steps, in {@code latency} of those in
 * which the lane kept up. Immutable.
 *
 * @param perSecond the rate
 * @param steps how many steps counted
 * @param met in how many of them the objectives were met
 * @param decision what that shows
 * @param figures what objectives are about, in nanoseconds, by their names, such as {@code p99} or {@code bystander.p99};
 *     empty where the lane always fell behind
 * @param latency from the due time to the end; null where the lane always fell behind
 * @param bystander the bystander's latency
 * @param sending how late the load generator was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RatePoint(
        double perSecond,
        int steps,
        int met,
        RateDecision decision,
        Map<String, Long> figures,
        @Nullable LatencyProfile latency,
        Latency bystander,
        Latency sending) {

    public RatePoint {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** Of the steps at a rate, one at least. */
    static RatePoint of(double perSecond, List<StepResult> steps, RateDecision decision, List<Slo> objectives) {
        List<StepFigures> figures =
                steps.stream().map(StepResult::figures).filter(Objects::nonNull).toList();
        List<StepFigures> keptUp =
                figures.stream().filter(StepFigures::hasLatencies).toList();
        return new RatePoint(
                perSecond,
                steps.size(),
                (int) steps.stream().filter(step -> step.outcome().isMet()).count(),
                decision,
                figures(keptUp, objectives),
                profile(keptUp.stream()
                        .map(StepFigures::latency)
                        .filter(Objects::nonNull)
                        .toList()),
                latency(figures.stream().map(StepFigures::bystander).toList()),
                latency(figures.stream().map(StepFigures::sending).toList()));
    }

    private static Map<String, Long> figures(List<StepFigures> steps, List<Slo> objectives) {
        Map<String, Long> figures = new LinkedHashMap<>();
        if (!steps.isEmpty()) {
            objectives.forEach(slo -> figures.put(slo.figure(), median(steps, slo::nanos)));
        }
        return figures;
    }

    private static @Nullable LatencyProfile profile(List<LatencyProfile> steps) {
        return steps.isEmpty()
                ? null
                : new LatencyProfile(
                        median(steps, LatencyProfile::meanNanos),
                        median(steps, LatencyProfile::p50Nanos),
                        median(steps, LatencyProfile::p90Nanos),
                        median(steps, LatencyProfile::p99Nanos),
                        median(steps, LatencyProfile::p999Nanos),
                        median(steps, LatencyProfile::maxNanos),
                        steps.stream().mapToLong(LatencyProfile::count).sum());
    }

    private static Latency latency(List<Latency> steps) {
        return steps.isEmpty()
                ? Latency.NONE
                : new Latency(
                        median(steps, Latency::p50Nanos),
                        median(steps, Latency::p99Nanos),
                        median(steps, Latency::maxNanos),
                        steps.stream().mapToLong(Latency::count).sum());
    }

    private static <T> long median(List<T> steps, ToLongFunction<T> figure) {
        return Medians.of(steps.stream().mapToLong(figure));
    }
}
