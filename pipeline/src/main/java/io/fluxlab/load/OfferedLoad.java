package io.fluxlab.load;

import java.time.Duration;
import java.util.List;

/**
 * A load whose times of arrival are known. Immutable.
 *
 * @param load what was asked for
 * @param schedule when tasks are due
 * @param also percentiles that are told beside the one that lanes are judged by
 */
public record OfferedLoad(Load load, Schedule schedule, List<Quantile> also) {

    /** How long a run on its own is under load where nobody says. */
    public static final Duration USUAL = Duration.ofSeconds(10);

    public OfferedLoad {
        also = List.copyOf(also);
    }

    /** The times of a load that has a duration and is right, by its own seed or else by this one. */
    public static OfferedLoad of(Load load, long seed) {
        return new OfferedLoad(load, Schedule.of(load, load.seed() == null ? seed : load.seed()), List.of());
    }

    /** This load, of which more percentiles are told. */
    public OfferedLoad telling(List<Quantile> quantiles) {
        return new OfferedLoad(load, schedule, quantiles);
    }

    int backlog() {
        return load.backlog() == null ? Load.DEFAULT_BACKLOG : load.backlog();
    }

    /** In nanoseconds; what takes longer has missed it. */
    long deadlineNanos() {
        return load.deadline() == null ? Long.MAX_VALUE : load.deadline().nanos();
    }
}
