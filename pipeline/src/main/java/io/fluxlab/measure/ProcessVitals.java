package io.fluxlab.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * What this JVM has used since it started. Immutable; the difference of two is what was used in between.
 *
 * @param cpuNanos CPU time of all threads, in the JVM's steps
 * @param allocatedBytes heap bytes allocated by all threads, also those that have ended
 * @param accounts of the threads that live now, null where the platform does not tell or nobody asked
 */
public record ProcessVitals(
        long cpuNanos, long allocatedBytes, @Nullable ThreadAccounts accounts) {

    /** What was used between two looks; {@code contextSwitches} is null where the platform does not tell. */
    public record Used(
            long cpuNanos, long allocatedBytes, @Nullable Long contextSwitches) {}

    /** Before anything was used. */
    public static final ProcessVitals NONE = new ProcessVitals(0, 0, null);

    /** Reading the accounts of so many takes some two milliseconds. */
    private static final int MOST_AMONG_OTHERS = 256;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    /** The figures as they stand now. */
    public static ProcessVitals now() {
        return with(ThreadAccounts.now());
    }

    /**
     * The figures for one run of several that go on at once: without the accounts where there are so many threads that the
     * runs would have much to do with reading those of all others.
     */
    public static ProcessVitals amongOthers() {
        return with(threadsNow() > MOST_AMONG_OTHERS ? null : ThreadAccounts.now());
    }

    private static ProcessVitals with(@Nullable ThreadAccounts accounts) {
        return new ProcessVitals(cpuNanosNow(), THREADS.getTotalThreadAllocatedBytes(), accounts);
    }

    /** The process's CPU time as it stands now: the one figure that is cheap enough for a pulse. */
    public static long cpuNanosNow() {
        return SYSTEM.getProcessCpuTime();
    }

    /** How many platform threads live now. */
    public static int threadsNow() {
        return THREADS.getThreadCount();
    }

    /** The most platform threads that have lived at once. */
    public static int peakThreads() {
        return THREADS.getPeakThreadCount();
    }

    /** What was used between {@code start} and this. */
    public Used since(ProcessVitals start) {
        long allocated = allocatedBytes - start.allocatedBytes;
        if (accounts == null || start.accounts == null) {
            return new Used(cpuNanos - start.cpuNanos, allocated, null);
        }
        ThreadAccounts.Account used = accounts.since(start.accounts);
        return new Used(used.cpuNanos(), allocated, used.contextSwitches());
    }
}
