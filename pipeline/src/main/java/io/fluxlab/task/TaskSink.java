package io.fluxlab.task;

import io.fluxlab.trace.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of a task's execution, and says how much its body may emit. Called by one thread at a time, which may be inside
 * the body; must not block.
 */
public interface TaskSink {

    /** How many items the body may emit to begin with, 0 for none as yet; never less. Called once it has been subscribed. */
    long firstRequest();

    /** The body has emitted an item. Whatever is thrown fails the task. */
    void onItem(Object item);

    /** The body has come to a checkpoint. */
    void onCheckpoint();

    /** What takes down what its threads do. Called by any thread. */
    default Tracer tracer() {
        return Tracer.NONE;
    }

    /** The task has ended: once, and nothing comes after it. No interrupt that was meant for the task is pending any more. */
    void onEnd(TaskEnd end);

    /**
     * How a task has ended. Immutable.
     *
     * @param atNanos when, by the environment's clock
     * @param cpuNanos its CPU time, or {@link io.fluxlab.measure.ThreadCpuClock#UNKNOWN}
     * @param error what the body threw or signalled, {@link TaskExecution#CANCELLED} where it was stopped; null where it
     *     has ended well
     * @param late whether its start was over by then, so that nobody waits for its end there
     */
    record TaskEnd(long atNanos, long cpuNanos, @Nullable Throwable error, boolean late) {}
}
