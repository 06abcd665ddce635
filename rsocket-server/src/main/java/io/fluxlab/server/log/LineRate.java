package io.fluxlab.server.log;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many lines a log gets: at most so many in a second, of which one kind can take half; the rest is counted by kind.
 * Thread-safe.
 *
 * <p>A second begins with the first line after the last one was over.
 */
public final class LineRate {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Kinds are the program's own, so that there are few; should they ever be a client's, they end here. */
    private static final int MOST_KINDS = 64;

    private static final String OTHERS = "others";

    private final int most;
    private final int mostOfAKind;
    private final LongSupplier nanoTime;
    private final Map<String, Integer> written = new HashMap<>();
    private final Map<String, Long> leftOut = new HashMap<>();
    private int total;
    private long beganNanos;

    /**
     * @param linesPerSecond at least 1
     * @param nanoTime a clock; where it is set back, a new second begins
     */
    public LineRate(int linesPerSecond, LongSupplier nanoTime) {
        if (linesPerSecond < 1) {
            throw new IllegalArgumentException("linesPerSecond must be at least 1, was " + linesPerSecond);
        }
        this.most = linesPerSecond;
        this.mostOfAKind = (linesPerSecond + 1) / 2;
        this.nanoTime = nanoTime;
        this.beganNanos = nanoTime.getAsLong() - SECOND;
    }

    /** Whether a line of this kind may be written now; it is counted in either case. */
    public synchronized boolean admits(String kind) {
        long now = nanoTime.getAsLong();
        if (now - beganNanos >= SECOND || now < beganNanos) {
            beganNanos = now;
            total = 0;
            written.clear();
        }
        String known = written.containsKey(kind) || written.size() < MOST_KINDS ? kind : OTHERS;
        if (total < most && written.getOrDefault(known, 0) < mostOfAKind) {
            total++;
            written.merge(known, 1, Integer::sum);
            return true;
        }
        leftOut.merge(leftOut.containsKey(kind) || leftOut.size() < MOST_KINDS ? kind : OTHERS, 1L, Long::sum);
        return false;
    }

    /** How many lines of each kind were left out since this was asked last. */
    public synchronized Map<String, Long> takeLeftOut() {
        Map<String, Long> taken = Map.copyOf(leftOut);
        leftOut.clear();
        return taken;
    }
}
