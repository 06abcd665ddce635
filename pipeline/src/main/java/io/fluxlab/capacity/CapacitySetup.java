package io.fluxlab.capacity;

import io.fluxlab.lane.Lane;
import io.fluxlab.load.Arrivals;
import io.fluxlab.load.Load;
import io.fluxlab.load.OfferedLoad;
import io.fluxlab.load.Quantile;
import io.fluxlab.load.Rate;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunSetup;
import io.fluxlab.run.RunSetup.Steering;
import io.fluxlab.workload.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/**
 * A search for capacities that was found to be right and can start. Immutable.
 *
 * @param id names the search in its first event
 * @param request what was asked for
 * @param subject the workload, with a new plan each time
 * @param lanes the lanes, in the order of the request
 * @param bounds what the lab allows
 */
public record CapacitySetup(
        String id, CapacityRequest request, Supplier<Subject> subject, List<Lane> lanes, Bounds bounds) {

    /** For so long tasks arrive in a step where nobody says, at the least. */
    private static final Duration SHORTEST_STEP = Duration.ofSeconds(1);

    /** Percentiles of few tasks take longer steps, but no longer than this. */
    private static final Duration LONGEST_FOR_PERCENTILES = Duration.ofSeconds(3);

    /** Objectives that allow long latencies take longer steps, but no longer than this. */
    private static final Duration LONGEST_FOR_OBJECTIVES = Duration.ofSeconds(10);

    /** With fewer arrivals a step says nothing. */
    private static final int FEWEST_ARRIVALS = 10;

    /** The rate is doubled there, so that a lane that bears half of it is soon late by the bound. */
    private static final double BOUNDS_ON_THE_WAY_UP = 2;

    /** A search that finds nothing lower stops at this part of the rate that it began with. */
    private static final int LOWEST_PART = 8;

    /** So long a lane may take on the way up, and so many steps that decide. */
    private static final Duration TIME_OF_WAY_UP = Duration.ofSeconds(20);

    private static final int DECIDING_STEPS = 20;

    /** What a run may take beyond its arrivals until it is said to hang. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * What a lab allows.
     *
     * @param tasksPerRun the most tasks of a step
     * @param runTime the most time of a step, and of the whole search
     * @param mostConcurrency the most tasks of a step at once
     */
    public record Bounds(int tasksPerRun, Optional<Duration> runTime, int mostConcurrency) {

        /** Everything. */
        public static final Bounds NONE = new Bounds(Integer.MAX_VALUE, Optional.empty(), Integer.MAX_VALUE);
    }

    CapacitySetup on(List<Lane> newLanes) {
        return new CapacitySetup(id, request, subject, newLanes, bounds);
    }

    long seed() {
        return request.seed() != null
                ? request.seed()
                : ThreadLocalRandom.current().nextLong(1L << 32);
    }

    Duration maxTime() {
        Duration asked = request.maxTimeMillis() != null
                ? Duration.ofMillis(request.maxTimeMillis())
                : TIME_OF_WAY_UP
                        .plus(duration(highestRate(), true).multipliedBy(DECIDING_STEPS))
                        .multipliedBy(lanes.size());
        return bounds.runTime().filter(most -> most.compareTo(asked) < 0).orElse(asked);
    }

    Arrivals arrivals() {
        return request.arrivals() == null ? Arrivals.POISSON : request.arrivals();
    }

    /** A search of one lane that has tried nothing. */
    RateSearch search() {
        double first = request.first().perSecond();
        return new RateSearch(
                first, Math.max(Rate.LEAST, first / LOWEST_PART), highestRate(), request.chosenResolution());
    }

    /** The highest rate that may be tried. */
    double highestRate() {
        double asked = request.to() == null ? Rate.MOST : request.to().perSecond();
        return Math.min(asked, highestOfLab());
    }

    private double highestOfLab() {
        int most = Math.min(bounds.tasksPerRun(), Load.MOST_TASKS);
        return most * 1e9 / duration(Rate.MOST, true).toNanos();
    }

    /** What keeps a search from more than {@link #highestRate}. */
    LaneCapacity.Limit highestBy() {
        boolean isAsked = request.to() != null && request.to().perSecond() <= highestOfLab();
        return isAsked
                ? LaneCapacity.Limit.REQUEST
                : highestOfLab() < Rate.MOST ? LaneCapacity.Limit.LAB : LaneCapacity.Limit.GENERATOR;
    }

    /**
     * For how long tasks arrive in a step: where it is to decide, long enough for the percentiles to be more than guesses, and
     * for a lane that is over its capacity by the resolution to show it. The queue of such a lane grows by that part of the
     * time, so that latencies get to the bound after the bound divided by the resolution; at twice its capacity, after the bound.
     */
    Duration duration(double perSecond, boolean decides) {
        if (request.duration() != null) {
            return request.duration().time();
        }
        Duration few = timeOf(FEWEST_ARRIVALS, perSecond);
        Duration shown = decides ? least(LONGEST_FOR_PERCENTILES, timeOf(enough(), perSecond)) : SHORTEST_STEP;
        double boundsTaken = decides ? 1 / request.chosenResolution() : BOUNDS_ON_THE_WAY_UP;
        Duration overrun = Duration.ofNanos(Math.round(longestBound() * boundsTaken));
        return most(most(SHORTEST_STEP, few), most(shown, least(LONGEST_FOR_OBJECTIVES, overrun)));
    }

    private long longestBound() {
        return request.slo().stream()
                .filter(slo -> !slo.bystander())
                .mapToLong(slo -> slo.bound().nanos())
                .max()
                .orElse(0);
    }

    private static Duration timeOf(int arrivals, double perSecond) {
        return Duration.ofNanos(Math.round(arrivals / perSecond * 1e9));
    }

    private int enough() {
        return percentiles().stream().mapToInt(Quantile::enough).max().orElse(FEWEST_ARRIVALS);
    }

    /** Those of the tasks' latencies that objectives are about. */
    private List<Quantile> percentiles() {
        return request.slo().stream()
                .filter(slo -> !slo.bystander())
                .map(Slo::by)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** A step of a lane. */
    RunSetup step(Lane lane, double perSecond, Duration duration, long seed) {
        List<Quantile> percentiles = percentiles();
        Quantile first = percentiles.isEmpty() ? Quantile.P99 : percentiles.get(0);
        Load load = new Load(new Rate(perSecond), null, arrivals(), null, null, null, first, seed).during(duration);
        OfferedLoad offered =
                OfferedLoad.of(load, seed).telling(percentiles.stream().skip(1).toList());
        int tasks = offered.schedule().size();
        Duration most = duration.multipliedBy(2).plus(PATIENCE);
        Steering steering = new Steering(
                Flux.never(),
                Stream.concat(Stream.of(most), bounds.runTime().stream()).min(Duration::compareTo));
        int concurrency = Math.min(bounds.mostConcurrency(), lane.concurrency(tasks));
        return new RunSetup(id, subject.get(), lane, concurrency, BystanderRate.DEFAULT, steering).under(offered);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration most(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
