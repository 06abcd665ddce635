package io.fluxlab.claim;

import java.util.Objects;

/**
 * What somebody takes of the machine, at most and at once. Immutable. Sums that are too large for a number are as large as
 * one can be.
 *
 * @param heapBytes live objects on the heap of this JVM
 * @param threads platform threads, of this JVM and of child processes
 * @param descriptors open files, sockets and selectors of this JVM
 * @param children child processes
 */
public record Claim(long heapBytes, long threads, long descriptors, Children children) {

    /** Nothing. */
    public static final Claim NONE = new Claim(0, 0, 0, Children.NONE);

    /** No bound. */
    public static final Claim ANY = new Claim(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Children.ANY);

    /** Of an executor's thread that sleeps: the thread, its worker and its queue. */
    private static final long THREAD_BYTES = 3 * 1024;

    /** Of a JVM for one thread that works at a time, and of this one, which waits for its end. */
    private static final long CHILD_THREADS = 24;

    /** Of this JVM: the child's connection and standard input, and as many again and more while it starts. */
    private static final long CHILD_DESCRIPTORS = 8;

    public Claim {
        atLeastZero("heapBytes", heapBytes);
        atLeastZero("threads", threads);
        atLeastZero("descriptors", descriptors);
        Objects.requireNonNull(children, "children");
    }

    /**
     * Child processes.
     *
     * @param processes how many
     * @param heapMegabytes the most heap of all of them together
     */
    public record Children(long processes, long heapMegabytes) {

        /** None. */
        public static final Children NONE = new Children(0, 0);

        /** No bound. */
        public static final Children ANY = new Children(Long.MAX_VALUE, Long.MAX_VALUE);

        public Children {
            atLeastZero("processes", processes);
            atLeastZero("heapMegabytes", heapMegabytes);
        }
    }

    /** So much heap of this JVM. */
    public static Claim ofHeapBytes(long bytes) {
        return new Claim(bytes, 0, 0, Children.NONE);
    }

    /** So many threads of this JVM, each with what Java keeps on the heap for it. */
    public static Claim ofThreads(long threads) {
        return new Claim(product(threads, THREAD_BYTES), threads, 0, Children.NONE);
    }

    /** So many descriptors. */
    public static Claim ofDescriptors(long descriptors) {
        return new Claim(0, 0, descriptors, Children.NONE);
    }

    /** So many child JVMs with so much heap each, their threads, and what it takes to speak to them. */
    public static Claim ofProcesses(long processes, long heapMegabytesEach) {
        return new Claim(0, CHILD_THREADS, CHILD_DESCRIPTORS, new Children(1, heapMegabytesEach)).times(processes);
    }

    /** Both at once. */
    public Claim plus(Claim other) {
        return new Claim(
                sum(heapBytes, other.heapBytes),
                sum(threads, other.threads),
                sum(descriptors, other.descriptors),
                new Children(
                        sum(children.processes, other.children.processes),
                        sum(children.heapMegabytes, other.children.heapMegabytes)));
    }

    /** What is left of it without the other; nothing of what the other has more of. */
    public Claim minus(Claim other) {
        return new Claim(
                difference(heapBytes, other.heapBytes),
                difference(threads, other.threads),
                difference(descriptors, other.descriptors),
                new Children(
                        difference(children.processes, other.children.processes),
                        difference(children.heapMegabytes, other.children.heapMegabytes)));
    }

    /** Enough for either, one after the other. */
    public Claim or(Claim other) {
        return new Claim(
                Math.max(heapBytes, other.heapBytes),
                Math.max(threads, other.threads),
                Math.max(descriptors, other.descriptors),
                new Children(
                        Math.max(children.processes, other.children.processes),
                        Math.max(children.heapMegabytes, other.children.heapMegabytes)));
    }

    /** What so many of these claim at once. */
    public Claim times(long count) {
        atLeastZero("count", count);
        return new Claim(
                product(heapBytes, count),
                product(threads, count),
                product(descriptors, count),
                new Children(product(children.processes, count), product(children.heapMegabytes, count)));
    }

    /** What it comes to in another process: threads and processes are the machine's, heap and descriptors are not. */
    public Claim elsewhere() {
        return new Claim(0, threads, 0, children);
    }

    private static void atLeastZero(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, was " + value);
        }
    }

    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    private static long difference(long one, long other) {
        return Math.max(0, one - other);
    }

    private static long product(long one, long other) {
        return Math.multiplyHigh(one, other) != 0 || one * other < 0 ? Long.MAX_VALUE : one * other;
    }
}
