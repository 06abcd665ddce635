package io.fluxlab.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.fluxlab.canary.CanaryReading;
import io.fluxlab.measure.Latency;
import io.fluxlab.trace.TraceMark;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a run. Immutable. The wire's form is the records' own: flat, so that some have more
 * components than a person would like.
 *
 * <p>{@code seq} counts the run's events from 0; where conflated events were replaced by a newer one, their numbers are
 * left out. {@code atNanos} is the time since the first task could start.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(RunEvent.RunStarted.class),
    @JsonSubTypes.Type(RunEvent.TaskStarted.class),
    @JsonSubTypes.Type(RunEvent.TaskProgress.class),
    @JsonSubTypes.Type(RunEvent.TaskItems.class),
    @JsonSubTypes.Type(RunEvent.TaskTrace.class),
    @JsonSubTypes.Type(RunEvent.TaskFinished.class),
    @JsonSubTypes.Type(RunEvent.TaskFailed.class),
    @JsonSubTypes.Type(RunEvent.TaskSilent.class),
    @JsonSubTypes.Type(RunEvent.Pulse.class),
    @JsonSubTypes.Type(RunEvent.RunFinished.class)
})
public sealed interface RunEvent {

    /** The event's number in its run. */
    long seq();

    /** When it happened, in nanoseconds since the run's start. */
    long atNanos();

    /** The first event: what is being run, with every parameter, and how many tasks it has. */
    @JsonTypeName("run-started")
    record RunStarted(
            long seq, long atNanos, String run, String workload, String lane, Map<String, Object> parameters, int tasks)
            implements RunEvent {}

    /** A task starts; {@code worker} names the thread. Exactly one per task that starts, before anything else of it. */
    @JsonTypeName("task-started")
    record TaskStarted(long seq, long atNanos, int task, String label, String worker) implements RunEvent {}

    /** How far a task is; only the newest waits for a slow subscriber, and says how many it replaced. */
    @JsonTypeName("task-progress")
    record TaskProgress(
            long seq,
            long atNanos,
            int task,
            long done,
            @Nullable Long total,
            long conflated) implements RunEvent {}

    /** Consecutive items of one task; {@code from} is the index of the first. */
    @JsonTypeName("task-items")
    record TaskItems(long seq, long atNanos, int task, long from, List<?> items) implements RunEvent {}

    /**
     * What the threads of a task did, where the request asked for it: once for each task that started, after its last item and just before its end.
     *
     * @param marks in the order of their times, the first {@value io.fluxlab.trace.RunTrace#MOST_PER_TASK} of a task and the
     *     first {@value io.fluxlab.trace.RunTrace#MOST_PER_RUN} of a run
     * @param dropped how many more there were
     */
    @JsonTypeName("task-trace")
    record TaskTrace(long seq, long atNanos, int task, List<TraceMark> marks, long dropped) implements RunEvent {}

    /** A task has ended well. {@code cpuNanos} is there where the task ran on one thread and long enough to tell. */
    @JsonTypeName("task-finished")
    record TaskFinished(
            long seq,
            long atNanos,
            int task,
            long items,
            long wallNanos,
            @Nullable Long cpuNanos) implements RunEvent {}

    /** A task has failed, or was cancelled; the run goes on without it. */
    @JsonTypeName("task-failed")
    record TaskFailed(long seq, long atNanos, int task, Failure error) implements RunEvent {}

    /**
     * A task has given no sign for a while, and goes on: no item, no progress, and hardly any CPU time. Only the newest waits
     * for a slow subscriber.
     *
     * @param silentNanos for how long
     * @param cpu how many CPUs its thread, or the process where no thread is in it, has used meanwhile
     * @param demand how many items its body was asked for and has not emitted; where it is 0, the task waits for its
     *     subscriber
     * @param thread the thread inside the task; null where there is none
     * @param at where that thread is, its innermost frame and the user's own; without a thread, the operators of the body
     */
    @JsonTypeName("task-silent")
    record TaskSilent(
            long seq,
            long atNanos,
            int task,
            long silentNanos,
            double cpu,
            long demand,
            @Nullable String thread,
            List<String> at,
            long conflated)
            implements RunEvent {}

    /**
     * Vital signs since the last pulse: the bystander's latency, the CPUs in use, the threads and the used heap of the
     * JVM and of those that the lane has made. Only
     * the newest waits for a slow subscriber.
     *
     * @param canaries how late those were that are beside what else the tasks share; null where none was due
     */
    @JsonTypeName("pulse")
    record Pulse(
            long seq,
            long atNanos,
            Latency bystander,
            double cpu,
            int threads,
            long heapBytes,
            long conflated,
            @Nullable List<CanaryReading> canaries)
            implements RunEvent {

        /** Of a run without canaries. */
        public Pulse(
                long seq, long atNanos, Latency bystander, double cpu, int threads, long heapBytes, long conflated) {
            this(seq, atNanos, bystander, cpu, threads, heapBytes, conflated, null);
        }

        public Pulse {
            canaries = canaries == null ? null : List.copyOf(canaries);
        }
    }

    /** The last event; {@code left} is what could not be stopped, null where that is nothing. */
    @JsonTypeName("run-finished")
    record RunFinished(
            long seq,
            long atNanos,
            Status status,
            RunSummary summary,
            @Nullable Failure error,
            @Nullable List<Leftover> left)
            implements RunEvent {

        /** The end of a run that leaves nothing behind. */
        public RunFinished(long seq, long atNanos, Status status, RunSummary summary, @Nullable Failure error) {
            this(seq, atNanos, status, summary, error, null);
        }
    }

    /**
     * A thread that a run could not stop, and that goes on after its end.
     *
     * @param task the task that it is in
     * @param thread its name
     * @param at where it was when the run ended, its innermost frame and the user's own
     */
    record Leftover(int task, String thread, List<String> at) {}

    /** How a run ended. */
    enum Status {
        /** Every task has finished. */
        @JsonProperty("completed")
        COMPLETED,
        /** At least one task has failed. */
        @JsonProperty("failed")
        FAILED,
        /** It was told to end, or its time was up. */
        @JsonProperty("cancelled")
        CANCELLED
    }

    /**
     * Why something failed: a kebab-case code for programs, a message for people, and where, as the first stack frames that
     * are the user's own; null where none is known.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failure(String code, String message, @Nullable List<String> at) {

        /** A failure that is nowhere in the user's code. */
        public Failure(String code, String message) {
            this(code, message, null);
        }
    }
}
