package io.fluxlab.history;

/**
 * When what could not be written is tried again: at once, then after pauses that double, up to two seconds, so that a data base
 * that is gone costs the runs that go on next to nothing. Not thread-safe.
 */
final class Backoff {

    private static final long FIRST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 2_000;

    private long pauseMillis;
    private long nextMillis = Long.MIN_VALUE;

    /** Whether it may be tried at this time. */
    boolean isOver(long nowMillis) {
        return nowMillis >= nextMillis;
    }

    /** It has failed. */
    void failed(long nowMillis) {
        pauseMillis = pauseMillis == 0 ? FIRST_MILLIS : Math.min(LONGEST_MILLIS, 2 * pauseMillis);
        nextMillis = nowMillis + pauseMillis;
    }

    /** It has gone well, and the next failure is the first. */
    void succeeded() {
        pauseMillis = 0;
        nextMillis = Long.MIN_VALUE;
    }
}
