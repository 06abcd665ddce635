package io.fluxlab.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The CPU time of one thread's work, read as rarely as can be: reading it is a system call, so that a reading serves the
 * starts of all work that begins within some microseconds, and short work is not read at all. The error is at most
 * {@value #FRESH_NANOS} ns in {@value #WORTH_NANOS} ns or more. Confined to one thread at a time.
 */
public final class ThreadCpuClock {

    /** Says that the CPU time is not known: on a virtual thread, or for work too short to tell. */
    public static final long UNKNOWN = -1;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long FRESH_NANOS = 20_000;
    private static final long WORTH_NANOS = 1_000_000;

    private long readAtNanos;
    private long readCpuNanos = UNKNOWN;
    private long readThread = UNKNOWN;

    /** Work starts on this thread, at this reading of {@link System#nanoTime()}. */
    public void start(long nowNanos) {
        Thread thread = Thread.currentThread();
        if (thread.isVirtual()) {
            readCpuNanos = UNKNOWN;
        } else if (readThread != thread.threadId() || nowNanos - readAtNanos > FRESH_NANOS) {
            read(thread, nowNanos);
        }
    }

    /** The CPU time of the work that started last, {@code wallNanos} ago; {@link #UNKNOWN} where it can't be told. */
    public long stop(long wallNanos) {
        if (wallNanos < WORTH_NANOS || readCpuNanos == UNKNOWN) {
            return UNKNOWN;
        }
        long startedCpuNanos = readCpuNanos;
        read(Thread.currentThread(), System.nanoTime());
        return Math.min(wallNanos, readCpuNanos - startedCpuNanos);
    }

    private void read(Thread thread, long nowNanos) {
        readCpuNanos = THREADS.getCurrentThreadCpuTime();
        readAtNanos = nowNanos;
        readThread = thread.threadId();
    }
}
