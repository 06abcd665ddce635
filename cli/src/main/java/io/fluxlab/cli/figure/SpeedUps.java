package io.fluxlab.cli.figure;

import io.fluxlab.verdict.Interval;
import io.fluxlab.verdict.Standing;
import org.jspecify.annotations.Nullable;

/** How many times as fast as the baseline a lane is: its time ratio turned over. */
public final class SpeedUps {

    static final String UNKNOWN = "–";

    private SpeedUps() {}

    /** {@code 1.93×}, with as many digits as the interval supports. */
    public static String factor(Standing standing) {
        Interval interval = of(standing);
        double factor = 1 / standing.ratio();
        return (interval == null ? Quantities.cpus(factor) : isExact(interval) ? "1" : interval.round(factor)) + "×";
    }

    /** {@code 1.90 to 1.96}; nothing for the baseline. */
    static String interval(Standing standing) {
        Interval interval = of(standing);
        return interval == null ? UNKNOWN : isExact(interval) ? "" : interval.text();
    }

    private static @Nullable Interval of(Standing standing) {
        return standing.low() == null || standing.high() == null
                ? null
                : new Interval(standing.low(), standing.high()).inverse();
    }

    /** The baseline's, against itself. */
    private static boolean isExact(Interval interval) {
        return interval.low() == interval.high();
    }
}
