package io.fluxlab.catalog;

/**
 * Work of a length that is told in CPU time: so many rounds of a generator, of which it was measured once how many a thread makes
 * in a nanosecond. Not time that goes by: of two threads that share a CPU, each takes twice as long. Thread-safe.
 */
public final class CpuWork {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L; // SplitMix64 (Steele, Lea and Flood, 2014)
    private static final int ROUNDS_BETWEEN_LOOKS = 20_000;
    private static final int TRIAL_ROUNDS = 200_000;
    private static final int TRIALS = 40;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private CpuWork() {}

    /** Measured when it is first needed; other threads wait meanwhile. */
    private static final class Speed {
        private static final double ROUNDS_PER_NANO = measured();

        /** The fastest of several trials: whatever disturbs one makes it slower. */
        private static double measured() {
            long fastest = Long.MAX_VALUE;
            long sum = 0;
            for (int trial = 0; trial < TRIALS; trial++) {
                long before = System.nanoTime();
                sum += rounds(trial, TRIAL_ROUNDS);
                fastest = Math.min(fastest, System.nanoTime() - before);
            }
            return (sum == 0 ? 1 : TRIAL_ROUNDS) / (double) Math.max(1, fastest);
        }
    }

    /** Makes sure that it is known how fast this machine is. Takes some milliseconds the first time. */
    public static void calibrate() {
        if (!(Speed.ROUNDS_PER_NANO > 0)) {
            throw new IllegalStateException("rounds per nanosecond must be above 0, were " + Speed.ROUNDS_PER_NANO);
        }
    }

    /**
     * Computes for so many nanoseconds of CPU time.
     *
     * @return what came out, which depends on the seed and the machine
     * @throws InterruptedException where the thread is interrupted
     */
    static long burn(long seed, long cpuNanos) throws InterruptedException {
        long rounds = Math.round(cpuNanos * Speed.ROUNDS_PER_NANO);
        long state = seed;
        while (rounds > 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while it computed");
            }
            int next = (int) Math.min(rounds, ROUNDS_BETWEEN_LOOKS);
            state = rounds(state, next);
            rounds -= next;
        }
        return state;
    }

    /**
     * Computes for so many milliseconds of CPU time.
     *
     * @return 1, whatever came out
     * @throws InterruptedException where the thread is interrupted
     */
    public static int burnMillis(int cpuMillis) throws InterruptedException {
        long result = burn(1, cpuMillis * NANOS_PER_MILLI);
        return result == 0 ? 0 : 1;
    }

    private static long rounds(long seed, int rounds) {
        long state = seed;
        for (int round = 0; round < rounds; round++) {
            state += GOLDEN_GAMMA;
            state = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            state ^= state >>> 27;
        }
        return state;
    }
}
