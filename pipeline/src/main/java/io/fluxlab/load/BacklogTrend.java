package io.fluxlab.load;

import io.fluxlab.measure.Trend;
import io.fluxlab.measure.Trend.Level;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Whether ever more tasks are on their way while a load goes on, so that a lane falls behind: by the trend test of Mann and
 * Kendall, over the means of short stretches of time, since neighbouring samples depend on each other. A backlog that is long
 * and stays so is none that grows. How many independent tasks are on their way varies as in a Poisson distribution, by the
 * root of their mean: what grows by less than twice that may be chance.
 *
 * <p>Until the first tasks end, their number grows on any lane: that part of the time is left out. Where tasks take so long
 * that little is left, only those are looked at that have not started.
 *
 * @param grows whether it does
 * @param perSecond by how many tasks a second, by the median of all slopes (Sen, "Estimates of the regression coefficient
 *     based on Kendall's tau", 1968)
 */
record BacklogTrend(boolean grows, double perSecond) {

    private static final int FEWEST_STRETCHES = 5;
    private static final int MOST_STRETCHES = 20;

    /** A stretch in which fewer arrive has no mean to speak of. */
    private static final int ARRIVALS_OF_STRETCH = 8;

    /** The first tasks to end are followed by others, after a while of as many times as they took. */
    private static final int FILLING = 3;

    /** So many standard deviations are exceeded in one of twenty cases. */
    private static final double CHANCE = 2;

    private static final BacklogTrend UNKNOWN = new BacklogTrend(false, 0);

    /**
     * What samples show, which are in order. Where the machine had no CPU for whoever takes them, some are far apart, and
     * others follow at once: stretches are of equal time, not of as many samples, and those without any are left out.
     *
     * @param arrivals how many tasks have been due in that time
     * @param firstEndNanos when the first of them ended
     */
    static BacklogTrend of(List<BacklogSample> samples, int arrivals, long firstEndNanos) {
        if (samples.isEmpty()) {
            return UNKNOWN;
        }
        long end = samples.get(samples.size() - 1).atNanos();
        boolean isFilled = firstEndNanos < end / (2 * FILLING);
        long from = isFilled ? FILLING * firstEndNanos : 0;
        List<BacklogSample> steady =
                samples.stream().filter(sample -> sample.atNanos() >= from).toList();
        ToIntFunction<BacklogSample> tasks = isFilled ? BacklogSample::all : BacklogSample::waiting;
        int stretches = Math.clamp(arrivals / ARRIVALS_OF_STRETCH, FEWEST_STRETCHES, MOST_STRETCHES);
        Stretch[] means = means(steady, from, end, stretches, tasks);
        if (means.length < FEWEST_STRETCHES) {
            return UNKNOWN;
        }
        double growth = slope(means) * stretches;
        double[] values = Arrays.stream(means).mapToDouble(Stretch::mean).toArray();
        double chance = CHANCE * Math.sqrt(Arrays.stream(values).average().orElse(0));
        boolean isSure = Level.SURE.isExceededBy(Trend.scoresFrom(values)[0], means.length);
        double seconds = Math.max(1, end - from) / 1e9;
        return new BacklogTrend(isSure && growth >= Math.max(1, chance), growth / seconds);
    }

    /** How many tasks were on their way in a stretch of time, on average; {@code number} counts stretches from 0. */
    private record Stretch(int number, double mean) {}

    private static Stretch[] means(
            List<BacklogSample> samples, long from, long end, int stretches, ToIntFunction<BacklogSample> tasks) {
        double length = Math.max(1, end - from + 1) / (double) stretches;
        return IntStream.range(0, stretches)
                .mapToObj(number -> new Stretch(
                        number,
                        samples.stream()
                                .filter(sample -> (int) ((sample.atNanos() - from) / length) == number)
                                .mapToInt(tasks)
                                .average()
                                .orElse(Double.NaN)))
                .filter(stretch -> !Double.isNaN(stretch.mean()))
                .toArray(Stretch[]::new);
    }

    /** The median of the slopes between all pairs, for each stretch. */
    private static double slope(Stretch[] means) {
        double[] slopes = new double[means.length * (means.length - 1) / 2];
        int n = 0;
        for (int i = 0; i < means.length; i++) {
            for (int j = i + 1; j < means.length; j++) {
                slopes[n++] = (means[j].mean() - means[i].mean()) / (means[j].number() - means[i].number());
            }
        }
        Arrays.sort(slopes);
        return (slopes[(n - 1) / 2] + slopes[n / 2]) / 2;
    }
}
