package io.fluxlab.cli.gate;

import io.fluxlab.measure.Latency;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A figure of a lane that a gate can be about. */
enum Figure {
    SPEEDUP(Unit.FACTOR, lane -> inverse(lane.standing().ratio())),
    SPEEDUP_LOW(Unit.FACTOR, lane -> inverse(lane.standing().high())),
    SPEEDUP_HIGH(Unit.FACTOR, lane -> inverse(lane.standing().low())),
    MEDIAN(Unit.TIME, lane -> (double) lane.standing().medianNanos()),
    BYSTANDER_P50(Unit.TIME, lane -> latency(lane, Latency::p50Nanos)),
    BYSTANDER_P99(Unit.TIME, lane -> latency(lane, Latency::p99Nanos)),
    BYSTANDER_MAX(Unit.TIME, lane -> latency(lane, Latency::maxNanos)),
    CPUS(Unit.FACTOR, lane -> lane.cost().cpu()),
    THREADS(Unit.FACTOR, lane -> (double) lane.cost().peakThreads()),
    ALLOCATED(Unit.BYTES, lane -> (double) lane.cost().allocatedBytes());

    private final Unit unit;
    private final Function<LaneVerdict, @Nullable Double> value;

    Figure(Unit unit, Function<LaneVerdict, @Nullable Double> value) {
        this.unit = unit;
        this.value = value;
    }

    /** As it is typed: {@code bystander.p99}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    Unit unit() {
        return unit;
    }

    /** The lane's figure; empty where it has none, as an interval after a single round. */
    OptionalDouble of(LaneVerdict lane) {
        Double figure = value.apply(lane);
        return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
    }

    static Optional<Figure> find(String id) {
        return Arrays.stream(values()).filter(figure -> figure.id().equals(id)).findFirst();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(Figure::id).toList();
    }

    /** Of {@link Standing}'s time ratios: a speed-up is one turned over. */
    private static @Nullable Double inverse(@Nullable Double ratio) {
        return ratio == null ? null : 1 / ratio;
    }

    private static @Nullable Double latency(LaneVerdict lane, ToLongFunction<Latency> figure) {
        Latency bystander = lane.bystander();
        return bystander == null ? null : (double) figure.applyAsLong(bystander);
    }
}
