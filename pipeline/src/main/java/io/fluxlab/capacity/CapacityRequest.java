package io.fluxlab.capacity;

import io.fluxlab.error.FieldErrors;
import io.fluxlab.load.Arrivals;
import io.fluxlab.load.Rate;
import io.fluxlab.load.Span;
import io.fluxlab.parameter.GivenParameters;
import io.fluxlab.parameter.Param;
import io.fluxlab.parameter.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which capacities are looked for, as data. Immutable.
 *
 * @param workload the workload's name
 * @param parameters its parameters; null or missing ones are the workload's defaults
 * @param lanes the lanes' names
 * @param slo what is to hold at a rate that is met: all of it
 * @param from the rate to begin with; null is 20/s
 * @param to no higher rate is tried; null is as high as the lab allows
 * @param resolution how far apart the rates that are met and missed may be at the end; null is 0.08
 * @param arrivals how tasks are spread; null is a Poisson process
 * @param duration for how long tasks arrive in a step; null is a second at the least, and longer where a percentile or a bound
 *     takes longer to be told
 * @param maxTimeMillis after which no new step starts, in milliseconds; null is 20 s and twenty steps for each lane
 * @param seed of arrivals and of the lanes' order; null is a random one
 */
public record CapacityRequest(
        @Param("name of the workload") String workload,

        @Param("the workload's parameters") @Nullable Map<String, Object> parameters,

        @Param(value = "ids of the lanes", min = 1, max = 32)
        List<String> lanes,

        @Param(value = "what is to hold, such as 'p99 < 20ms' or 'bystander.p99 < 5ms'", min = 1, max = 8)
        List<Slo> slo,

        @Param("rate to begin with, 20/s where it is missing") @Nullable
        Rate from,

        @Param("highest rate that is tried, as high as may be where it is missing") @Nullable
        Rate to,

        @Param(
                value = "how far apart rates that are met and missed may be at the end, 0.08 where it is missing",
                least = CapacityRequest.FINEST,
                most = 1)
        @Nullable
        Double resolution,

        @Param("how arrivals are spread, poisson where it is missing") @Nullable
        Arrivals arrivals,

        @Param("for how long tasks arrive in a step, 1s to 10s by rate and bound where it is missing") @Nullable
        Span duration,

        @Param(
                value =
                        "milliseconds after which no new step starts, 20,000 and twenty steps for each lane where it is missing",
                min = 1,
                max = 86_400_000)
        @Nullable
        Long maxTimeMillis,

        @Param("seed of the arrivals and of the lanes' order, random where it is missing") @Nullable
        Long seed) {

    /** No resolution is finer: rates are told apart by three digits. */
    public static final double FINEST = 0.02;

    static final Rate DEFAULT_FROM = new Rate(20);
    private static final double DEFAULT_RESOLUTION = 0.08;

    /** The fields of a request, for whoever reads one from plain values. */
    public static final Schema<CapacityRequest> SCHEMA = Schema.of("a capacity request", CapacityRequest.class);

    public CapacityRequest {
        parameters = parameters == null ? null : GivenParameters.of(parameters);
        lanes = List.copyOf(lanes);
        slo = List.copyOf(slo);
    }

    /** The capacities of these lanes for this workload, with its default parameters. */
    public static CapacityRequest of(String workload, List<String> lanes, List<Slo> slo) {
        return new CapacityRequest(workload, null, lanes, slo, null, null, null, null, null, null, null);
    }

    /** This request with these parameters. */
    public CapacityRequest with(Map<String, Object> newParameters) {
        return new CapacityRequest(
                workload, newParameters, lanes, slo, from, to, resolution, arrivals, duration, maxTimeMillis, seed);
    }

    /** This request between these rates; null is the default. */
    public CapacityRequest between(@Nullable Rate newFrom, @Nullable Rate newTo) {
        return new CapacityRequest(
                workload, parameters, lanes, slo, newFrom, newTo, resolution, arrivals, duration, maxTimeMillis, seed);
    }

    /** This request with steps of this kind: how tasks are spread, and for how long; null is the default. */
    public CapacityRequest stepping(@Nullable Arrivals newArrivals, @Nullable Span newDuration) {
        return new CapacityRequest(
                workload, parameters, lanes, slo, from, to, resolution, newArrivals, newDuration, maxTimeMillis, seed);
    }

    /** This request with this resolution, this time and this seed; null is the default. */
    public CapacityRequest within(
            @Nullable Double newResolution, @Nullable Long newMaxTimeMillis, @Nullable Long newSeed) {
        return new CapacityRequest(
                workload,
                parameters,
                lanes,
                slo,
                from,
                to,
                newResolution,
                arrivals,
                duration,
                newMaxTimeMillis,
                newSeed);
    }

    /** The rate to begin with. */
    Rate first() {
        return from == null ? DEFAULT_FROM : from;
    }

    double chosenResolution() {
        return resolution == null ? DEFAULT_RESOLUTION : resolution;
    }

    /** Adds what is wrong with it as a whole. */
    public void check(FieldErrors errors) {
        if (to != null && to.perSecond() < first().perSecond()) {
            errors.add(
                    "to",
                    to.text(),
                    "to must be at least the rate to begin with, %s, was %s".formatted(first().text(), to.text()));
        }
    }
}
