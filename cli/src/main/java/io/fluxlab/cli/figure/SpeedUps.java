package io.fluxlab.cli.figure;

import io.fluxlab.verdict.Interval;
import io.fluxlab.verdict.IntervalText;
import io.fluxlab.verdict.SameBand;
import io.fluxlab.verdict.Standing;
import org.jspecify.annotations.Nullable;

/** How many times as fast as the baseline a lane is: its time ratio turned over. Immutable. */
public final class SpeedUps {

    static final String UNKNOWN = "–";

    private final SameBand band;
    private final ReportWords words;

    /** Of a comparison whose outcomes are judged by this band. */
    public SpeedUps(SameBand band, ReportWords words) {
        this.band = band;
        this.words = words;
    }

    /** {@code 1.93×}, with as many digits as the interval supports. */
    public String factor(Standing standing) {
        Interval interval = of(standing);
        double factor = 1 / standing.ratio();
        return (interval == null
                        ? Quantities.cpus(factor)
                        : isExact(interval) ? "1" : text(interval).value(factor)) + "×";
    }

    /** {@code 1.90 to 1.96}; nothing for the baseline. */
    String interval(Standing standing) {
        Interval interval = of(standing);
        if (interval == null) {
            return UNKNOWN;
        }
        return isExact(interval)
                ? ""
                : words.say("range", text(interval).low(), text(interval).high());
    }

    private IntervalText text(Interval interval) {
        return IntervalText.of(interval, band);
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
