package io.fluxlab.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * What the runs that were watched used of the machine, and what it refused. Immutable.
 *
 * @param cpus how many CPUs the JVM may use
 * @param cpuNanos CPU time of the process
 * @param taskCpuNanos CPU time of the threads that tasks were on; null where it is not known
 * @param collectorNanos for how long the garbage collector held everything up, or used a CPU, whichever is more
 * @param allocatedBytes what was allocated on the heap
 * @param contextSwitches of the process's threads; null where the platform does not tell
 */
public record Machine(
        int cpus,
        long cpuNanos,
        @Nullable Long taskCpuNanos,
        long collectorNanos,
        long allocatedBytes,
        @Nullable Long contextSwitches) {

    /** Nothing was measured, on a machine of one CPU. */
    public static final Machine NONE = new Machine(1, 0, null, 0, 0, null);
}
