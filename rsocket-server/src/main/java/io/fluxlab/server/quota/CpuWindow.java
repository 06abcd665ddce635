package io.fluxlab.server.quota;

import java.util.concurrent.TimeUnit;

/**
 * CPU time used within the last hour, to the minute: what was used in a minute counts until that minute is an hour ago. Not
 * thread-safe.
 */
final class CpuWindow {

    private static final int MINUTES = 60;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final long[] usedNanos = new long[MINUTES];
    private long newest;

    CpuWindow(long nowNanos) {
        this.newest = Math.floorDiv(nowNanos, MINUTE);
    }

    void add(long nowNanos, long cpuNanos) {
        slide(nowNanos);
        usedNanos[place(newest)] += cpuNanos;
    }

    long used(long nowNanos) {
        slide(nowNanos);
        long sum = 0;
        for (long each : usedNanos) {
            sum += each;
        }
        return sum;
    }

    /** How long it takes until less than {@code boundNanos} is left in the window, if nothing more is used. */
    long nanosUntilBelow(long boundNanos, long nowNanos) {
        long left = used(nowNanos);
        long past = newest - MINUTES;
        while (left >= boundNanos) {
            past++;
            left -= usedNanos[place(past)];
        }
        return Math.max(0, (past + MINUTES) * MINUTE - nowNanos);
    }

    private void slide(long nowNanos) {
        long now = Math.floorDiv(nowNanos, MINUTE);
        for (long minute = Math.max(newest + 1, now - MINUTES + 1); minute <= now; minute++) {
            usedNanos[place(minute)] = 0;
        }
        newest = Math.max(newest, now);
    }

    private static int place(long minute) {
        return Math.floorMod(minute, MINUTES);
    }
}
