package io.fluxlab.scenario.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What expressions know of a step: each is a map of maps, step id to lane id to value. */
public enum Figure {
    /** Wall time in milliseconds; of a comparison, the median. */
    WALL(SimpleType.DOUBLE, Source.SUMMARY),
    /** Median of the rounds' wall time / the baseline's: below 1 is faster. */
    RATIO(SimpleType.DOUBLE, Source.VERDICT),
    /** Lower end of the ratio's 95 % interval. */
    LOW(SimpleType.DOUBLE, Source.VERDICT),
    /** Upper end of it. */
    HIGH(SimpleType.DOUBLE, Source.VERDICT),
    /** What the ratio shows: baseline, faster, slower, same or cant-tell. */
    OUTCOME(SimpleType.STRING, Source.VERDICT),
    /** What limits the workload on the lane: cpu-bound, waiting, pool-exhausted and so on. */
    FINDING(SimpleType.STRING, Source.EXPLANATION),
    /** How what may help came out: remedy, result, helped, before and after, ratio. */
    PROOF(MapType.create(SimpleType.STRING, SimpleType.DYN), Source.EXPLANATION),
    /** How a load was borne: keepsUp, latencies, throughput, how many waited, missed or were left out. */
    LOAD(MapType.create(SimpleType.STRING, SimpleType.DYN), Source.LOAD),
    /** The stage of a placement that decides how long a run takes. */
    DECIDES(SimpleType.STRING, Source.PLACEMENTS),
    /** What each stage of a placement took: stage to figures. */
    STAGES(MapType.create(SimpleType.STRING, MapType.create(SimpleType.STRING, SimpleType.DYN)), Source.PLACEMENTS),
    /** The lane to use, by step alone. */
    RECOMMENDED(SimpleType.STRING, Source.VERDICT),
    /** How the run ended: completed, failed or cancelled. */
    STATUS(SimpleType.STRING, Source.SUMMARY),
    /** CPUs kept busy. */
    CPU(SimpleType.DOUBLE, Source.SUMMARY),
    /** The most platform threads at once. */
    THREADS(SimpleType.INT, Source.SUMMARY),
    /** Bytes allocated on the heap. */
    ALLOCATED(SimpleType.INT, Source.SUMMARY),
    /** The bystander's latency: p50Millis, p99Millis, maxMillis. */
    BYSTANDER(MapType.create(SimpleType.STRING, SimpleType.DOUBLE), Source.SUMMARY),
    /** How late each canary beside the bystander was, by what it waited for: timer, worker, carrier, loop. */
    CANARY(MapType.create(SimpleType.STRING, MapType.create(SimpleType.STRING, SimpleType.DOUBLE)), Source.SUMMARY),
    /** What lay between the lab and where tasks ran: roundTripMillis, sentBytes, receivedBytes. */
    NETWORK(MapType.create(SimpleType.STRING, SimpleType.DOUBLE), Source.SUMMARY),
    /** How many items there were; known also where there are too many to keep. */
    COUNT(SimpleType.INT, Source.SUMMARY),
    /** All items, by task and then by index. */
    RESULTS(ListType.create(SimpleType.DYN), Source.EVENTS),
    /** The items of each task. */
    TASKS(ListType.create(ListType.create(SimpleType.DYN)), Source.EVENTS),
    /** What went wrong: task, code, message. */
    FAILURES(ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN)), Source.EVENTS),
    /** The names of the threads that ran tasks, each once. */
    WORKERS(ListType.create(SimpleType.STRING), Source.EVENTS),
    /** What the tasks are called. */
    LABELS(ListType.create(SimpleType.STRING), Source.EVENTS),
    /** In which order tasks started and finished, and items arrived: started, finished, items. */
    ORDER(MapType.create(SimpleType.STRING, ListType.create(SimpleType.DYN)), Source.EVENTS),
    /** What the threads did, in the order of time: number, thread, step of the thread, atNanos, kind, name, value. */
    TRACE(ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN)), Source.TRACE);

    /** Where a figure comes from. */
    enum Source {
        SUMMARY,
        VERDICT,
        EXPLANATION,
        LOAD,
        PLACEMENTS,
        EVENTS,
        TRACE
    }

    /** What is known of the bystander's latency, in this order. */
    public static final List<String> LATENCY_FIELDS = List.of("p50Millis", "p99Millis", "maxMillis");

    /** What is known of a load; the latencies only of lanes that keep up, {@code missed} only where there is a deadline. */
    public static final List<String> LOAD_FIELDS = List.of(
            "keepsUp",
            "offered",
            "throughput",
            "growth",
            "waiting",
            "missed",
            "overflowed",
            "unserved",
            "meanMillis",
            "p50Millis",
            "p90Millis",
            "p99Millis",
            "p999Millis",
            "maxMillis");

    /** What is known of the network; the round trip only where a message has come back. */
    public static final List<String> NETWORK_FIELDS = List.of("roundTripMillis", "sentBytes", "receivedBytes");

    private final CelType type;
    private final Source source;

    Figure(CelType type, Source source) {
        this.type = type;
        this.source = source;
    }

    /** Its name in expressions. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether only a comparison has it. */
    public boolean ofComparisonsOnly() {
        return source == Source.VERDICT;
    }

    /** Whether only an explanation has it. */
    public boolean ofExplanationsOnly() {
        return source == Source.EXPLANATION;
    }

    /** Whether only a step with a load has it. */
    public boolean ofLoadsOnly() {
        return source == Source.LOAD;
    }

    /** Whether only a comparison of placements has it. */
    public boolean ofPlacementsOnly() {
        return source == Source.PLACEMENTS;
    }

    /** Whether only a run that takes down what its threads do has it. */
    public boolean ofTracesOnly() {
        return source == Source.TRACE;
    }

    /** What its value is a map of, by name; none where that is not said once and for all. */
    public List<String> fields() {
        return switch (this) {
            case BYSTANDER -> LATENCY_FIELDS;
            case LOAD -> LOAD_FIELDS;
            case NETWORK -> NETWORK_FIELDS;
            default -> List.of();
        };
    }

    /** Whether every event of a run is needed for it. */
    public boolean needsEvents() {
        return source == Source.EVENTS || source == Source.TRACE;
    }

    /** Whether it has a value for each lane, and not only for each step. */
    public boolean perLane() {
        return this != RECOMMENDED;
    }

    CelType variableType() {
        return MapType.create(SimpleType.STRING, perLane() ? MapType.create(SimpleType.STRING, type) : type);
    }

    /** The figure of this name. */
    static Optional<Figure> of(String id) {
        return Arrays.stream(values()).filter(figure -> figure.id().equals(id)).findFirst();
    }

    /** All names. */
    static List<String> ids() {
        return Arrays.stream(values()).map(Figure::id).toList();
    }
}
