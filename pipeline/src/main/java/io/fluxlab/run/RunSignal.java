package io.fluxlab.run;

import io.fluxlab.canary.CanaryReading;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.Leftover;
import io.fluxlab.run.RunEvent.Pulse;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunEvent.TaskSilent;
import io.fluxlab.trace.TraceLog;
import io.fluxlab.trail.Trail;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a run tell its {@link EventEmitter}, which makes events of it. Values: to make an event of one changes
 * nothing.
 */
sealed interface RunSignal {

    /** What waits until it is its turn, however long that takes. */
    sealed interface Lossless extends RunSignal {}

    /** What only the newest is worth telling of. */
    sealed interface Newest extends RunSignal {

        /** The event, which has replaced so many; null where it is no longer true. */
        @Nullable
        RunEvent event(long seq, long conflated);
    }

    /** The run begins. */
    record RunBegins(String run, String workload, String lane, Map<String, Object> parameters, int tasks)
            implements Lossless {}

    /** A task begins; {@code worker} names its thread. */
    record TaskBegins(int task, long atNanos, String worker) implements Lossless {}

    /** Items of a task wait. */
    record ItemsWait(TaskOutput output) implements Lossless {}

    /**
     * A task has ended; what is left of its items goes first, and then its trace.
     *
     * @param cpuNanos its CPU time; null where that is not known
     * @param failure why it has failed; null where it has ended well
     * @param trail where it was
     * @param trace what its threads did; null where nobody asked for that
     */
    record TaskEnds(
            TaskOutput output,
            long startedNanos,
            long atNanos,
            @Nullable Long cpuNanos,
            @Nullable Failure failure,
            Trail trail,
            @Nullable TraceLog trace)
            implements Lossless {}

    /**
     * Everything has ended; of what is conflated the newest goes first, and is counted in the summary.
     *
     * @param reason why it was stopped; null where it was not
     * @param left the threads that could not be stopped
     */
    record RunEnds(
            Status status, RunSummary summary, @Nullable Failure reason, List<Leftover> left) implements Lossless {

        RunEnds(Status status, RunSummary summary, @Nullable Failure reason) {
            this(status, summary, reason, List.of());
        }
    }

    /** The run can't go on. */
    record RunBreaks(Throwable error) implements Lossless {}

    /** How far a task is; {@code total} is null where that is not known. */
    record Progress(
            ObservedTask task,
            long atNanos,
            long done,
            @Nullable Long total) implements Newest {
        @Override
        public @Nullable RunEvent event(long seq, long conflated) {
            return task.hasEnded() ? null : new TaskProgress(seq, atNanos, task.index(), done, total, conflated);
        }
    }

    /** A task is silent; as the run's last word on it before the run is stopped, it is not lost. */
    record TaskIsSilent(
            int task,
            long atNanos,
            long silentNanos,
            double cpus,
            long demand,
            @Nullable String thread,
            List<String> at)
            implements Newest, Lossless {
        @Override
        public RunEvent event(long seq, long conflated) {
            return new TaskSilent(seq, atNanos, task, silentNanos, cpus, demand, thread, at, conflated);
        }
    }

    /** The run's vital signs since the last time. */
    record VitalSigns(
            long atNanos, Latency bystander, double cpus, int threads, long heapBytes, List<CanaryReading> canaries)
            implements Newest {
        @Override
        public RunEvent event(long seq, long conflated) {
            return new Pulse(
                    seq, atNanos, bystander, cpus, threads, heapBytes, conflated, canaries.isEmpty() ? null : canaries);
        }
    }
}
