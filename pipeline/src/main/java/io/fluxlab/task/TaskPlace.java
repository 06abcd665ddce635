package io.fluxlab.task;

import io.fluxlab.measure.ThreadCpuClock;
import java.util.concurrent.Executor;

/**
 * Where tasks run one after the other, on one thread at a time. Its gate and its executor are thread-safe; its clock is for
 * the thread that runs the task.
 *
 * @param executor runs commands there, one after the other
 */
public record TaskPlace(InterruptGate gate, ThreadCpuClock cpuClock, Executor executor) {

    /** A place whose commands run here. */
    public TaskPlace(Executor executor) {
        this(new InterruptGate(), new ThreadCpuClock(), executor);
    }

    /** A place whose commands run wherever they are asked for. */
    public TaskPlace() {
        this(Runnable::run);
    }
}
