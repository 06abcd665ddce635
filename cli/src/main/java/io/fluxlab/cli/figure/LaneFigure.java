package io.fluxlab.cli.figure;

import io.fluxlab.canary.CanaryReading;
import io.fluxlab.measure.Latency;
import io.fluxlab.verdict.LaneLoad;
import io.fluxlab.verdict.LaneVerdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison tells of a lane: a column of its table and, where it is a number, what a gate can be about. A new one is
 * a line here, and its heading in each language.
 */
public enum LaneFigure {
    MEDIAN(Unit.TIME, lane -> (double) lane.standing().medianNanos()),
    SPEEDUP(Unit.FACTOR, lane -> inverse(lane.standing().ratio())),
    SPEEDUP_LOW(Unit.FACTOR, lane -> inverse(lane.standing().high())),
    SPEEDUP_HIGH(Unit.FACTOR, lane -> inverse(lane.standing().low())),
    /** The interval of the speed-up. */
    INTERVAL,
    OUTCOME,
    /** About how many more rounds would settle an outcome that can't be told. */
    ROUNDS_NEEDED,
    /** How many rounds count. */
    ROUNDS(Unit.FACTOR, lane -> (double) lane.standing().rounds()),
    CPUS(Unit.FACTOR, lane -> lane.cost().cpu()),
    CPU_TIME(Unit.TIME, lane -> (double) lane.cost().cpuNanos()),
    THREADS(Unit.FACTOR, lane -> (double) lane.cost().peakThreads()),
    ALLOCATED(Unit.BYTES, lane -> (double) lane.cost().allocatedBytes()),
    CONTEXT_SWITCHES(Unit.FACTOR, lane -> asDouble(lane.cost().contextSwitches())),
    CONFLATED(Unit.FACTOR, lane -> (double) lane.cost().conflated()),
    /** What a call takes, where tasks make many. */
    CALL(
            Unit.TIME,
            lane -> lane.calls() == null ? null : (Double) (double) lane.calls().perCallNanos()),
    /** What it takes to hand something over to the lane. */
    HOP(Unit.TIME, lane -> lane.calls() == null ? null : asDouble(lane.calls().hopNanos())),
    LATENCY_P50(Unit.TIME, lane -> ofLoad(lane, load -> load.latency().p50Nanos())),
    LATENCY_P90(Unit.TIME, lane -> ofLoad(lane, load -> load.latency().p90Nanos())),
    LATENCY_P99(Unit.TIME, lane -> ofLoad(lane, load -> load.latency().p99Nanos())),
    LATENCY_P99_9(Unit.TIME, lane -> ofLoad(lane, load -> load.latency().p999Nanos())),
    LATENCY_MAX(Unit.TIME, lane -> ofLoad(lane, load -> load.latency().maxNanos())),
    /** Tasks that ended well each second. */
    SERVED(Unit.FACTOR, lane -> ofLoad(lane, LaneLoad::servedPerSecond)),
    /** Tasks that were later than the deadline. */
    MISSED(Unit.FACTOR, lane -> ofLoad(lane, load -> load.missed() == null ? Double.NaN : load.missed())),
    BYSTANDER_P50(Unit.TIME, lane -> latency(lane, Latency::p50Nanos)),
    BYSTANDER_P99(Unit.TIME, lane -> latency(lane, Latency::p99Nanos)),
    BYSTANDER_MAX(Unit.TIME, lane -> latency(lane, Latency::maxNanos)),
    /** Of what the lane harms most: the bystander, or another canary that is late. */
    HARM_P99(Unit.TIME, LaneFigure::harm),
    /** How long a small message takes to where tasks run, and its answer back. */
    NETWORK_ROUNDTRIP(
            Unit.TIME,
            lane -> lane.network() == null ? null : asDouble(lane.network().roundTripNanos())),
    /** What a run sends to where its tasks run. */
    NETWORK_SENT(
            Unit.BYTES,
            lane -> lane.network() == null ? null : asDouble(lane.network().sentBytes())),
    /** What comes back from there. */
    NETWORK_RECEIVED(
            Unit.BYTES,
            lane -> lane.network() == null ? null : asDouble(lane.network().receivedBytes()));

    private final @Nullable Unit unit;
    private final Function<LaneVerdict, @Nullable Double> value;

    LaneFigure() {
        this.unit = null;
        this.value = lane -> null;
    }

    LaneFigure(Unit unit, Function<LaneVerdict, @Nullable Double> value) {
        this.unit = unit;
        this.value = value;
    }

    /** As it is typed: {@code bystander.p99}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** What it is counted in; empty where it is no number. */
    public Optional<Unit> unit() {
        return Optional.ofNullable(unit);
    }

    /** The lane's figure; empty where it has none, as an interval after a single round, or is no number. */
    public OptionalDouble of(LaneVerdict lane) {
        Double figure = value.apply(lane);
        return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
    }

    /** The figure of this name. */
    public static Optional<LaneFigure> find(String id) {
        return Arrays.stream(values()).filter(figure -> figure.id().equals(id)).findFirst();
    }

    /** All names. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(LaneFigure::id).toList();
    }

    /** The names of those that are numbers. */
    public static List<String> numbers() {
        return Arrays.stream(values())
                .filter(figure -> figure.unit != null)
                .map(LaneFigure::id)
                .toList();
    }

    /** Whether it is of the bystander, so that its heading can be shorter behind another one of these. */
    boolean isOfBystander() {
        return id().startsWith("bystander.");
    }

    /** Of time ratios: a speed-up is one turned over. */
    private static @Nullable Double inverse(@Nullable Double ratio) {
        return ratio == null ? null : 1 / ratio;
    }

    private static @Nullable Double asDouble(@Nullable Long count) {
        return count == null ? null : (double) count;
    }

    private static @Nullable Double ofLoad(LaneVerdict lane, ToDoubleFunction<LaneLoad> figure) {
        LaneLoad load = lane.load();
        double value = load == null ? Double.NaN : figure.applyAsDouble(load);
        return Double.isNaN(value) ? null : (Double) value;
    }

    private static @Nullable Double harm(LaneVerdict lane) {
        CanaryReading harm = lane.harm();
        return harm == null ? null : (Double) (double) harm.latency().p99Nanos();
    }

    private static @Nullable Double latency(LaneVerdict lane, ToLongFunction<Latency> figure) {
        Latency bystander = lane.bystander();
        return bystander == null ? null : (double) figure.applyAsLong(bystander);
    }
}
