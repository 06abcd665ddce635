package io.fluxlab.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fluxlab.load.Load;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunSnapshot;
import io.fluxlab.verdict.SameBand;
import io.fluxlab.verdict.Standing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a comparison. Immutable. {@code seq} counts the comparison's events from 0 without gaps;
 * {@code atNanos} is the time since it started.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ComparisonEvent.ComparisonStarted.class),
    @JsonSubTypes.Type(ComparisonEvent.RoundStarted.class),
    @JsonSubTypes.Type(ComparisonEvent.OfRun.class),
    @JsonSubTypes.Type(ComparisonEvent.RunProgress.class),
    @JsonSubTypes.Type(ComparisonEvent.Standings.class),
    @JsonSubTypes.Type(ComparisonEvent.Found.class),
    @JsonSubTypes.Type(ComparisonEvent.Proved.class),
    @JsonSubTypes.Type(ComparisonEvent.Verdict.class)
})
public sealed interface ComparisonEvent {

    /** The event's number in its comparison. */
    long seq();

    /** When it happened, in nanoseconds since the comparison's start. */
    long atNanos();

    /** The first event: what is compared, and how. */
    @JsonTypeName("comparison-started")
    record ComparisonStarted(
            long seq,
            long atNanos,
            String comparison,
            String workload,
            Map<String, Object> parameters,
            int tasks,
            List<String> lanes,
            String baseline,
            Design design,
            Machine machine)
            implements ComparisonEvent {}

    /** A lane's turn in a round begins. Rounds that count are numbered from 1; warm-up rounds too, on their own. */
    @JsonTypeName("round-started")
    record RoundStarted(long seq, long atNanos, int round, String lane, boolean warmup) implements ComparisonEvent {}

    /** An event of the run that is going on, where these were asked for. */
    @JsonTypeName("run-event")
    record OfRun(long seq, long atNanos, int round, String lane, RunEvent event) implements ComparisonEvent {}

    /**
     * How far the run is that is going on, for a display: at most ten times a second, where it was asked for. Whatever
     * happened in between is in the next one or, where the run has ended by then, untold.
     */
    @JsonTypeName("run-progress")
    record RunProgress(long seq, long atNanos, int round, String lane, RunSnapshot run) implements ComparisonEvent {}

    /**
     * Where the lanes stand after a round that counts.
     *
     * @param figures what came out of this round; null where a lab does not tell
     */
    @JsonTypeName("standing")
    record Standings(
            long seq,
            long atNanos,
            int round,
            List<Standing> lanes,
            @Nullable List<Figure> figures) implements ComparisonEvent {

        /**
         * What came out of a lane's turn.
         *
         * @param nanos what lanes are held against each other by: the run's wall time or, under load, the percentile of
         *     latencies that they are judged by
         */
        public record Figure(String lane, long nanos) {}
    }

    /**
     * What limits the workload on a lane, where it was asked for: after the rounds that count, before the verdict.
     *
     * @param reason what was found, in a sentence
     * @param watching what it took to find out
     */
    @JsonTypeName("finding")
    record Found(
            long seq,
            long atNanos,
            String lane,
            @JsonUnwrapped io.fluxlab.diagnosis.Finding finding,
            String reason,
            Watching watching)
            implements ComparisonEvent {}

    /** How a finding's remedy came out against the lane as it is; {@code reason} says so in a sentence. */
    @JsonTypeName("proof")
    record Proved(
            long seq,
            long atNanos,
            String lane,
            @JsonUnwrapped io.fluxlab.diagnosis.Proof proof,
            String reason) implements ComparisonEvent {}

    /**
     * What it took to watch a lane.
     *
     * @param runs how many runs were watched, none of which counts
     * @param wallNanos how long they took together
     * @param slowdown their median wall time / that of the runs that count; null where there are none
     * @param samplingNanos CPU time of looking at threads
     * @param samples how often the tasks were looked at
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Watching(int runs, long wallNanos, @Nullable Double slowdown, long samplingNanos, int samples) {}

    /** The last event. */
    @JsonTypeName("verdict")
    record Verdict(long seq, long atNanos, @JsonUnwrapped io.fluxlab.verdict.Verdict verdict)
            implements ComparisonEvent {}

    /**
     * How a comparison goes about it: rounds that count (null is as many as it takes), warm-up rounds (likewise), the
     * time after which no new round starts (null is none), the seed with which it can be repeated, whether each run has a
     * fresh JVM (null is not), whether that is warmed before (null is not), how far two lanes may be from each other and
     * still count as the same (0.03 for 3 %), the one lane on which variants are compared, which are then what events call
     * lanes (null is none), and how tasks arrive in each run (null is all at once).
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Design(
            @JsonInclude @Nullable Integer rounds,
            @JsonInclude @Nullable Integer warmup,
            @JsonInclude @Nullable Long maxTimeMillis,
            long seed,
            @JsonInclude @Nullable Boolean isolate,
            @Nullable Boolean warm,
            @JsonInclude @Nullable Double sameWithin,
            @Nullable String lane,
            @Nullable Load load) {

        /** Of a comparison of lanes. */
        public Design(
                @Nullable Integer rounds,
                @Nullable Integer warmup,
                @Nullable Long maxTimeMillis,
                long seed,
                @Nullable Boolean isolate,
                @Nullable Double sameWithin) {
            this(rounds, warmup, maxTimeMillis, seed, isolate, null, sameWithin, null, null);
        }

        /** The band that outcomes are judged by; a lab that does not say it has the usual one. */
        public SameBand band() {
            return SameBand.orDefault(sameWithin);
        }
    }

    /** Where it runs. */
    record Machine(String os, String cpu, int cpus, String jdk, long maxHeapBytes) {}
}
