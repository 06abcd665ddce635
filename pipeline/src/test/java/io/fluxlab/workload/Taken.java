package io.fluxlab.workload;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What this JVM has of the machine at some moment. Immutable.
 *
 * @param threads platform threads of runs
 * @param descriptors open files, sockets and selectors
 * @param heapBytes objects in use; 0 where nobody has looked
 */
record Taken(long threads, long descriptors, long heapBytes) {

    static final Taken NOTHING = new Taken(0, 0, 0);

    /** Without the heap, which takes a moment to look at. */
    static Taken now() {
        return new Taken(RunThreads.count(), openDescriptors(), 0);
    }

    static Taken withHeap() {
        System.gc();
        return new Taken(RunThreads.count(), openDescriptors(), heapAfterCollection());
    }

    /** What was alive when the collector last looked, without the garbage that a run at work has made since. */
    private static long heapAfterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    private static long openDescriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    /** What has come since; 0 of what there is less of, since others close theirs meanwhile. */
    Taken since(Taken before) {
        return new Taken(
                Math.max(0, threads - before.threads),
                Math.max(0, descriptors - before.descriptors),
                Math.max(0, heapBytes - before.heapBytes));
    }

    Taken or(Taken other) {
        return new Taken(
                Math.max(threads, other.threads),
                Math.max(descriptors, other.descriptors),
                Math.max(heapBytes, other.heapBytes));
    }

    /**
     * Looks again and again, on a thread of its own, until it is closed, and at a run's events: the run may be over before
     * that thread has begun. Thread-safe.
     */
    static final class Peak implements AutoCloseable {
        private static final long PAUSE_NANOS = 2_000_000;

        private final Taken before;
        private final AtomicLong nextNanos = new AtomicLong(System.nanoTime());
        private Taken most = NOTHING;
        private volatile boolean closed;

        Peak(Taken before) {
            this.before = before;
            Thread.ofPlatform().daemon().name("junit-peak").start(this::watch);
        }

        private void watch() {
            while (!closed) {
                look();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }

        /** Looks at the first event, and at later ones as often as the thread does: looking takes its time. */
        void atEvent() {
            long next = nextNanos.get();
            long now = System.nanoTime();
            if (now - next >= 0 && nextNanos.compareAndSet(next, now + PAUSE_NANOS)) {
                look();
            }
        }

        private synchronized void look() {
            most = most.or(now().since(before));
        }

        synchronized Taken most() {
            return most;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
