package io.fluxlab.measure;

/**
 * Whether a series goes up or down, by the test of Mann ("Nonparametric tests against trend", 1945) and Kendall: of all
 * pairs of values, how many more rise than fall, held against what the same values give in random order. It asks for no
 * distribution, so that outliers and several modes do not disturb it, and it finds steps as well as slopes.
 */
public final class Trend {
    /** Up to so many values the distribution is counted out, above it is taken for normal. */
    private static final int FEW = 10;

    private Trend() {}

    /** How sure a trend must be. */
    public enum Level {
        /** Random order goes so far in at most 2 %. */
        SURE(0.02, 2.3263),
        /** In at most 10 %. */
        LIKELY(0.1, 1.6449),
        /** In at most 40 %: where there has been a trend, what looks like its rest is taken for it. */
        SUSPECTED(0.4, 0.8416);

        private final double probability;

        /** Beyond so many standard deviations on either side lies this part of the normal distribution. */
        private final double deviations;

        Level(double probability, double deviations) {
            this.probability = probability;
            this.deviations = deviations;
        }

        /** Whether this score is beyond what random order gives in all but this part. */
        public boolean isExceededBy(long score, int values) {
            if (values <= FEW) {
                return probability(Math.abs(score), values) <= probability;
            }
            double n = values;
            double deviation = Math.sqrt(n * (n - 1) * (2 * n + 5) / 18);
            return Math.abs(score) - 1 > deviations * deviation;
        }
    }

    /** For each index, how many more pairs rise than fall among the values from there on. */
    public static long[] scoresFrom(double[] values) {
        long[] scores = new long[values.length];
        for (int first = values.length - 2; first >= 0; first--) {
            long score = scores[first + 1];
            for (int second = first + 1; second < values.length; second++) {
                score += Double.compare(values[second], values[first]);
            }
            scores[first] = score;
        }
        return scores;
    }

    /** How likely random order gives this score or more, up or down. */
    public static double probability(long score, int values) {
        double[] orders = {1}; // by the number of pairs that fall
        for (int n = 2; n <= values; n++) {
            double[] more = new double[orders.length + n - 1];
            for (int falling = 0; falling < orders.length; falling++) {
                for (int added = 0; added < n; added++) {
                    more[falling + added] += orders[falling] / n;
                }
            }
            orders = more;
        }
        double probability = 0;
        for (int falling = 0; falling < orders.length; falling++) {
            probability += Math.abs(orders.length - 1 - 2 * falling) >= score ? orders[falling] : 0;
        }
        return probability;
    }
}
