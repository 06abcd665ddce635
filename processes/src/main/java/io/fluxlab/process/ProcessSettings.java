package io.fluxlab.process;

import io.fluxlab.parameter.Param;
import io.fluxlab.process.pool.PoolSettings;

/**
 * What the lane {@code process} can be set to. Immutable.
 *
 * @param processes how many children there are where a request does not say how many tasks run at once; 0 is one per CPU
 * @param heapMegabytes the most heap of each child
 */
public record ProcessSettings(
        @Param(value = "child processes, 0 for one per CPU", min = 0, max = ProcessSettings.MOST_PROCESSES)
        int processes,

        @Param(value = "megabytes of heap that each child may have", min = 16, max = 1_048_576)
        int heapMegabytes) {

    /** Each child is a JVM. */
    static final int MOST_PROCESSES = 64;

    /** One child per CPU. */
    public static final ProcessSettings DEFAULT = new ProcessSettings(0, PoolSettings.DEFAULT.heapMegabytes());

    int children(int tasks) {
        int wanted = processes == 0 ? Runtime.getRuntime().availableProcessors() : processes;
        return Math.clamp(tasks, 1, Math.min(wanted, MOST_PROCESSES));
    }
}
