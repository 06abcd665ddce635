package io.fluxlab.comparison;

/** How coarse the clock is. */
final class ClockStep {

    private static final int LOOKS = 1_000;

    private ClockStep() {}

    /** The smallest step seen of {@link System#nanoTime()}, in nanoseconds. */
    static long nanos() {
        long smallest = Long.MAX_VALUE;
        long last = System.nanoTime();
        for (int i = 0; i < LOOKS; i++) {
            long now = System.nanoTime();
            if (now > last) {
                smallest = Math.min(smallest, now - last);
                last = now;
            }
        }
        return smallest;
    }
}
