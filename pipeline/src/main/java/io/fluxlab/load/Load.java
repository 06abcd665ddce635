package io.fluxlab.load;

import io.fluxlab.error.FieldErrors;
import io.fluxlab.parameter.Param;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How tasks arrive, as data: each is due at its own time, whether or not earlier ones have ended. The workload's tasks are
 * what is asked for, in turn: the first arrival runs the first task, and after the last comes the first again, so that there
 * can be more arrivals than tasks, or fewer. Immutable.
 *
 * @param rate how many arrive each second; null where there is a ramp
 * @param ramp between which rates that changes; null where there is a rate
 * @param arrivals how they are spread; null is evenly
 * @param duration for how long tasks arrive; null is the default of whoever runs them
 * @param deadline what takes longer from its due time on is counted as missed; null is no deadline
 * @param backlog how many tasks may be due that have not started: those that arrive while so many wait are counted and not
 *     run; null is {@value #DEFAULT_BACKLOG}
 * @param by the percentile that lanes are judged by; null is p99
 * @param seed of the times of arrivals; null is a random one or, in a comparison, its own
 */
public record Load(
        @Param("tasks that arrive each second, such as 200/s") @Nullable
        Rate rate,

        @Param("rates at the beginning and at the end, in place of a rate, such as 10/s..500/s") @Nullable
        Ramp ramp,

        @Param("how arrivals are spread, constant where it is missing") @Nullable
        Arrivals arrivals,

        @Param("for how long tasks arrive, such as 10s") @Nullable
        Span duration,

        @Param("the longest that a task may take from its due time on, such as 50ms") @Nullable
        Span deadline,

        @Param(value = "how many tasks may be due that have not started", min = 1, max = Load.MOST_TASKS) @Nullable
        Integer backlog,

        @Param("the percentile of latencies that lanes are judged by, p99 where it is missing") @Nullable
        Quantile by,

        @Param("seed of the times of arrivals, random where it is missing") @Nullable
        Long seed) {

    /** So many may wait where nobody says otherwise. */
    public static final int DEFAULT_BACKLOG = 100_000;

    /** The most tasks that can arrive in a run. */
    public static final int MOST_TASKS = 10_000_000;

    /** Tasks that arrive evenly, so many each second. */
    public static Load of(double perSecond) {
        return new Load(new Rate(perSecond), null, null, null, null, null, null, null);
    }

    /** This load as a Poisson process. */
    public Load poisson() {
        return new Load(rate, ramp, Arrivals.POISSON, duration, deadline, backlog, by, seed);
    }

    /** This load for so long. */
    public Load during(Duration time) {
        return new Load(rate, ramp, arrivals, Span.of(time), deadline, backlog, by, seed);
    }

    /** This load, where what takes longer than that counts as missed. */
    public Load within(Duration time) {
        return new Load(rate, ramp, arrivals, duration, Span.of(time), backlog, by, seed);
    }

    /** This load, where so many tasks may wait. */
    public Load withBacklog(int tasks) {
        return new Load(rate, ramp, arrivals, duration, deadline, tasks, by, seed);
    }

    /** This load, where lanes are judged by this percentile. */
    public Load by(Quantile quantile) {
        return new Load(rate, ramp, arrivals, duration, deadline, backlog, quantile, seed);
    }

    /** This load, whose arrivals have this seed. */
    public Load withSeed(long newSeed) {
        return new Load(rate, ramp, arrivals, duration, deadline, backlog, by, newSeed);
    }

    /** This load with a duration, that one where it has none. */
    public Load orDuring(Duration usual) {
        return duration == null ? during(usual) : this;
    }

    /** The percentile that lanes are judged by. */
    public Quantile judgedBy() {
        return by == null ? Quantile.P99 : by;
    }

    /** {@code 200/s}, {@code 10/s..500/s}. */
    public String rateText() {
        return ramp != null ? ramp.text() : rate == null ? "" : rate.text();
    }

    /** Its parts that were given, each as one would write it: {@code 200/s poisson duration=2s deadline=50ms}. */
    public String text() {
        StringBuilder text = new StringBuilder(rateText());
        if (arrivals == Arrivals.POISSON) {
            text.append(" poisson");
        }
        if (duration != null) {
            text.append(" duration=").append(duration.text());
        }
        if (deadline != null) {
            text.append(" deadline=").append(deadline.text());
        }
        if (backlog != null) {
            text.append(" backlog=").append(backlog);
        }
        if (by != null) {
            text.append(" by=").append(by.text());
        }
        if (seed != null) {
            text.append(" seed=").append(seed);
        }
        return text.toString();
    }

    /** The rate at the beginning, each second. */
    double first() {
        return ramp != null ? ramp.from().perSecond() : rate == null ? 0 : rate.perSecond();
    }

    /** The rate at the end. */
    double last() {
        return ramp != null ? ramp.to().perSecond() : rate == null ? 0 : rate.perSecond();
    }

    /** How many tasks it brings on average; it has a duration. */
    public double expectedTasks() {
        return duration == null ? 0 : tasks(duration.time());
    }

    private double tasks(Duration time) {
        return (first() + last()) / 2 * time.toNanos() / 1e9;
    }

    /** Adds what is wrong with it as a whole; {@code usual} is its duration where it has none. */
    public void check(String field, Duration usual, FieldErrors errors) {
        if ((rate == null) == (ramp == null)) {
            String message = rate == null
                    ? field + ".rate is missing: tasks that arrive each second, such as 200/s, or " + field
                            + ".ramp, such as 10/s..500/s"
                    : field + " must have a rate or a ramp, had both: " + rate.text() + " and "
                            + (ramp == null ? "" : ramp.text());
            errors.add(rate == null ? field + ".rate" : field, rate == null ? null : rateText(), message);
            return;
        }
        Duration time = duration == null ? usual : duration.time();
        double tasks = tasks(time);
        if (tasks > MOST_TASKS || tasks < 1) {
            errors.add(
                    field,
                    rateText(),
                    "%s must bring between 1 and %d tasks, was %s for %s, which brings %s"
                            .formatted(
                                    field, MOST_TASKS, rateText(), Span.of(time).text(), Math.round(tasks)));
        }
    }
}
