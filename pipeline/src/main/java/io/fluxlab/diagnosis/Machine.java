package io.fluxlab.diagnosis;

import io.fluxlab.measure.KernelTime;
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
 * @param kernel what the kernel did meanwhile; null where the platform does not tell
 */
public record Machine(
        int cpus,
        long cpuNanos,
        @Nullable Long taskCpuNanos,
        long collectorNanos,
        long allocatedBytes,
        @Nullable Long contextSwitches,
        @Nullable KernelTime kernel) {

    private static final double LEAST_TOUCHED = 0.05;

    /**
     * CPU time in which the kernel gave the process memory that it had not had before; 0 where that was too little of what was
     * allocated for the kernel to have been busy with it.
     */
    long touchingNanos() {
        KernelTime done = kernel;
        return done == null || done.touchedBytes() < LEAST_TOUCHED * allocatedBytes
                ? 0
                : Math.min(cpuNanos, done.systemNanos());
    }

    /** Nothing was measured, on a machine of one CPU. */
    public static final Machine NONE = new Machine(1, 0, null, 0, 0, null, null);
}
