package io.fluxlab.claim;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this JVM can have of the machine that it is on, as far as the system tells. Immutable.
 *
 * @param cpus how many processors
 * @param heapBytes the most heap
 * @param threads the most threads, of all processes that share a bound with this one
 * @param descriptors the most files, sockets and selectors that are open at once
 */
public record Machine(int cpus, long heapBytes, long threads, long descriptors) {

    /** What a thread takes of memory beside the heap: some pages of its stack, and what the kernel has for it. */
    private static final long BYTES_PER_THREAD = 128 * 1024;

    /** Where the system does not tell. */
    private static final long USUAL_DESCRIPTORS = 1024;

    /** This machine, now. */
    public static Machine here() {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                runtime.availableProcessors(),
                runtime.maxMemory(),
                Math.min(ThreadLimits.OF_LINUX.least(), memoryBytes(runtime.maxMemory()) / BYTES_PER_THREAD),
                mostDescriptors());
    }

    /** What the heap leaves of the memory, and half of that at least: not all heaps are ever full. */
    private static long memoryBytes(long heapBytes) {
        long all = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 2 * heapBytes;
        return Math.max(all - heapBytes, all / 4);
    }

    private static long mostDescriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : USUAL_DESCRIPTORS;
    }
}
