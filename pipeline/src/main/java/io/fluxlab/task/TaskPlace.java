package io.fluxlab.task;

import io.fluxlab.measure.ThreadCpuClock;

/**
 * Where tasks run one after the other, on one thread at a time. Its gate is thread-safe; its clock is for the thread that
 * runs the task.
 */
public record TaskPlace(InterruptGate gate, ThreadCpuClock cpuClock) {

    public TaskPlace() {
        this(new InterruptGate(), new ThreadCpuClock());
    }
}
