package io.fluxlab.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fluxlab.comparison.ComparisonEvent.Machine;
import io.fluxlab.load.Arrivals;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened while capacities were looked for. Immutable. {@code seq} counts the events from 0 without gaps;
 * {@code atNanos} is the time since the search started.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(CapacityEvent.CapacityStarted.class),
    @JsonSubTypes.Type(CapacityEvent.StepStarted.class),
    @JsonSubTypes.Type(CapacityEvent.StepFinished.class),
    @JsonSubTypes.Type(CapacityEvent.LaneFound.class),
    @JsonSubTypes.Type(CapacityEvent.CapacityFinished.class)
})
public sealed interface CapacityEvent {

    /** The event's number in its search. */
    long seq();

    /** When it happened, in nanoseconds since the search's start. */
    long atNanos();

    /** The first event: what is looked for, and how. */
    @JsonTypeName("capacity-started")
    record CapacityStarted(
            long seq,
            long atNanos,
            String capacity,
            String workload,
            Map<String, Object> parameters,
            List<String> lanes,
            List<String> slo,
            Design design,
            Machine machine)
            implements CapacityEvent {}

    /** A lane's turn begins: tasks arrive at this rate, for so long. Steps of a lane are numbered from 1. */
    @JsonTypeName("step-started")
    record StepStarted(long seq, long atNanos, String lane, int step, double perSecond, long durationNanos)
            implements CapacityEvent {}

    /**
     * A step has ended.
     *
     * @param warmup whether it does not count, since the code was still getting faster
     * @param failed the objectives that did not hold; empty where the outcome says it all
     * @param decision what is known now of this rate
     * @param figures what was seen; null where the run did not come to its end
     */
    @JsonTypeName("step-finished")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepFinished(
            long seq,
            long atNanos,
            String lane,
            int step,
            double perSecond,
            StepOutcome outcome,
            boolean warmup,
            List<String> failed,
            RateDecision decision,
            @Nullable StepFigures figures)
            implements CapacityEvent {}

    /** The search of a lane has ended. */
    @JsonTypeName("lane-capacity")
    record LaneFound(long seq, long atNanos, @JsonUnwrapped LaneCapacity capacity) implements CapacityEvent {}

    /** The last event: all lanes, in the order of the request. */
    @JsonTypeName("capacity-finished")
    record CapacityFinished(long seq, long atNanos, List<LaneCapacity> lanes) implements CapacityEvent {}

    /**
     * How a search goes about it.
     *
     * @param fromPerSecond the rate to begin with
     * @param toPerSecond the highest that is tried
     * @param resolution how far apart the rates that are met and missed may be at the end
     * @param confidence of each decision: it errs in at most 1 less this
     * @param arrivals how tasks are spread
     * @param durationNanos for how long tasks arrive in a step; null is by the rate
     * @param maxTimeMillis after which no new step starts
     * @param seed with which it can be repeated
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Design(
            double fromPerSecond,
            double toPerSecond,
            double resolution,
            double confidence,
            Arrivals arrivals,
            @Nullable Long durationNanos,
            long maxTimeMillis,
            long seed) {}
}
