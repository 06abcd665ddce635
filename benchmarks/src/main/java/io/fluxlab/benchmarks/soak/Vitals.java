package io.fluxlab.benchmarks.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a process holds. Immutable.
 *
 * @param heapBytes on the heap, after a collection
 * @param directBytes of Netty's buffers beside it
 * @param threads platform threads
 * @param descriptors open files and sockets
 * @param children child processes
 * @param runs runs that go on
 */
record Vitals(long heapBytes, long directBytes, int threads, long descriptors, long children, int runs) {

    /** Classes and profiles that a warm-up of seconds has not seen yet; a lost run would be that much soon. */
    private static final long HEAP_NOISE = 8L << 20;

    /** Netty's arenas take memory in chunks, and another thread of the pool may take its first one at any time. */
    private static final long DIRECT_NOISE = 8L << 20;

    /** The JVM's own come and go: compilers, the collector's workers. */
    private static final int THREAD_NOISE = 6;

    /** A jar that is read for the first time. */
    private static final int DESCRIPTOR_NOISE = 3;

    /** Those of this process, after a collection. */
    static Vitals now(int runs) {
        for (int i = 0; i < 2; i++) { // the second takes what the first one's references held
            System.gc();
        }
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Vitals(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                PlatformDependent.usedDirectMemory(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                system.getOpenFileDescriptorCount(),
                ProcessHandle.current().children().count(),
                runs);
    }

    static Vitals parse(String line) {
        long[] figures =
                Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        return new Vitals(
                figures[0],
                figures[1],
                Math.toIntExact(figures[2]),
                figures[3],
                figures[4],
                Math.toIntExact(figures[5]));
    }

    String toLine() {
        return "%d %d %d %d %d %d".formatted(heapBytes, directBytes, threads, descriptors, children, runs);
    }

    /** What has grown since {@code before}, beyond what is noise. */
    List<String> growthSince(Vitals before) {
        List<String> grown = new ArrayList<>();
        check(grown, "heap bytes", before.heapBytes, heapBytes, HEAP_NOISE);
        check(grown, "direct bytes", before.directBytes, directBytes, DIRECT_NOISE);
        check(grown, "threads", before.threads, threads, THREAD_NOISE);
        check(grown, "descriptors", before.descriptors, descriptors, DESCRIPTOR_NOISE);
        check(grown, "child processes", before.children, children, 0);
        check(grown, "runs", before.runs, runs, 0);
        return grown;
    }

    private static void check(List<String> grown, String what, long before, long now, long noise) {
        if (now > before + noise) {
            grown.add("%s grew from %,d to %,d".formatted(what, before, now));
        }
    }

    @Override
    public String toString() {
        return "heap %.1f MB, direct %.1f MB, %d threads, %d descriptors, %d children, %d runs"
                .formatted(heapBytes / 1e6, directBytes / 1e6, threads, descriptors, children, runs);
    }
}
