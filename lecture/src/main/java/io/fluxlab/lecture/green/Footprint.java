package io.fluxlab.lecture.green;

import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM holds at a moment. Immutable.
 *
 * @param heapBytes of objects that are still in use
 * @param stackBytes of the stacks of platform threads, in the process and in the kernel; null where the platform does not tell
 */
record Footprint(long heapBytes, @Nullable Long stackBytes) {

    /** Collects garbage and looks. */
    static Footprint now() {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Footprint(used, ThreadStacks.bytes());
    }

    /** How much heap each of {@code sleepers} takes that came since {@code before}. */
    double heapBytesEach(Footprint before, int sleepers) {
        return (double) (heapBytes - before.heapBytes) / sleepers;
    }

    /** How much stack. */
    @Nullable
    Double stackBytesEach(Footprint before, int sleepers) {
        return stackBytes == null || before.stackBytes == null
                ? null
                : (double) (stackBytes - before.stackBytes) / sleepers;
    }
}
