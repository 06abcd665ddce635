package io.fluxlab.verdict;

import io.fluxlab.measure.Trend;
import java.util.Arrays;

/**
 * From when on a series is steady: at once, after a transient beginning, or not yet. Immutable.
 *
 * <p>That warm-up has to be found in the measurements, and need not end, is what Barrett et al., "Virtual machine warmup
 * blows hot and cold" (OOPSLA 2017), and Traini et al., "Towards effective assessment of steady state performance in Java
 * software" (EMSE 2023), have shown. A series counts as steady until a trend is sure, and the trend has to matter: to have
 * moved the series by more than counts as the same. Once there has been one, the burden is turned round: values count
 * from where no rest of a trend can be suspected, and only if these are half of all or more.
 *
 * @param transients how many values at the beginning do not count
 * @param settled whether the others are steady
 * @param first the median of the first third of all values
 * @param last the median of the last third
 */
record Settling(int transients, boolean settled, double first, double last) {
    private static final int PARTS = 3;

    /** Of the logarithms of times, or of their ratios; at least one. */
    static Settling of(double[] logs, SameBand band) {
        long[] scores = Trend.scoresFrom(logs);
        int latest = Math.max(0, latest(logs));
        int transients = 0;
        boolean settled = !moves(logs, 0, scores, Trend.Level.SURE, band);
        while (!settled && transients < latest) {
            transients++;
            settled = !moves(logs, transients, scores, Trend.Level.SUSPECTED, band);
        }
        return new Settling(transients, settled, medianOfFirst(logs, 0), medianOfLast(logs, 0));
    }

    /** Whether a warm-up is not seen to be over: its latter half, or its last five rounds, show a trend, or are not there. */
    static boolean goesOn(double[] logs, SameBand band) {
        int from = latest(logs);
        return from < 0 || moves(logs, from, Trend.scoresFrom(logs), Trend.Level.LIKELY, band);
    }

    /** By how much the values went up or down. */
    double change() {
        return last - first;
    }

    /** Half of the values, and not fewer than enough, are left from here on; below 0 where there are not enough. */
    private static int latest(double[] logs) {
        return logs.length - Math.max(StoppingRule.ENOUGH_ROUNDS, (logs.length + 1) / 2);
    }

    private static boolean moves(double[] logs, int from, long[] scores, Trend.Level level, SameBand band) {
        return level.isExceededBy(scores[from], logs.length - from)
                && Math.abs(medianOfLast(logs, from) - medianOfFirst(logs, from)) > band.logWidth();
    }

    private static double medianOfFirst(double[] logs, int from) {
        return Medians.of(Arrays.stream(logs, from, from + part(logs.length - from)));
    }

    private static double medianOfLast(double[] logs, int from) {
        return Medians.of(Arrays.stream(logs, logs.length - part(logs.length - from), logs.length));
    }

    /** A third of so many values, but one at least. */
    static int part(int values) {
        return Math.max(1, values / PARTS);
    }
}
