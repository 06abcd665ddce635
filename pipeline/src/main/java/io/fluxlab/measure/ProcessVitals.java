package io.fluxlab.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * What this JVM has used since it started. Immutable; the difference of two is what was used in between.
 *
 * @param cpuNanos CPU time of all threads
 * @param allocatedBytes heap bytes allocated by all threads, also those that have ended
 * @param contextSwitches of the threads that live now, null where the platform does not tell
 */
public record ProcessVitals(
        long cpuNanos, long allocatedBytes, @Nullable Long contextSwitches) {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    /** The figures as they stand now. */
    public static ProcessVitals now() {
        return new ProcessVitals(cpuNanosNow(), THREADS.getTotalThreadAllocatedBytes(), ContextSwitches.now());
    }

    /** The process's CPU time as it stands now: the one figure that is cheap enough for a pulse. */
    public static long cpuNanosNow() {
        return SYSTEM.getProcessCpuTime();
    }

    /** How many platform threads live now. */
    public static int threadsNow() {
        return THREADS.getThreadCount();
    }

    /** What was used between {@code start} and this. */
    public ProcessVitals since(ProcessVitals start) {
        Long switches = contextSwitches == null || start.contextSwitches == null
                ? null
                : (Long) Math.max(0, contextSwitches - start.contextSwitches);
        return new ProcessVitals(cpuNanos - start.cpuNanos, allocatedBytes - start.allocatedBytes, switches);
    }
}
