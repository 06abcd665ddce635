package io.fluxlab.lane;

/**
 * What somebody takes of the machine beside this JVM. Immutable.
 *
 * @param processes how many processes
 * @param heapMegabytes the most heap of all of them together
 */
public record Claim(int processes, long heapMegabytes) {

    /** Nothing. */
    public static final Claim NONE = new Claim(0, 0);

    /** No bound. */
    public static final Claim ANY = new Claim(Integer.MAX_VALUE, Long.MAX_VALUE);

    public Claim {
        if (processes < 0) {
            throw new IllegalArgumentException("processes must be at least 0, was " + processes);
        }
        if (heapMegabytes < 0) {
            throw new IllegalArgumentException("heapMegabytes must be at least 0, was " + heapMegabytes);
        }
    }

    /** So many processes with so much heap each. */
    public static Claim of(int processes, long heapMegabytesEach) {
        return new Claim(processes, processes * heapMegabytesEach);
    }

    /** Both at once. */
    public Claim plus(Claim other) {
        return new Claim(processes + other.processes, heapMegabytes + other.heapMegabytes);
    }

    /** What is given back of it. */
    public Claim minus(Claim other) {
        return new Claim(processes - other.processes, heapMegabytes - other.heapMegabytes);
    }

    /** Enough for either, one after the other. */
    public Claim or(Claim other) {
        return new Claim(Math.max(processes, other.processes), Math.max(heapMegabytes, other.heapMegabytes));
    }
}
