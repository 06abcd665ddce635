package io.fluxlab.load;

import io.fluxlab.parameter.Param;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of the latencies, in order, is meant: that below which so many per cent of them lie. Immutable.
 *
 * @param percent from 50, the median, to 100, the longest
 */
public record Quantile(
        @Param(value = "per cent of the latencies that are no longer", least = 50, most = 100)
        double percent) {

    /** Usual for a service: of a hundred requests one may be slower. */
    public static final Quantile P99 = new Quantile(99);

    private static final int ALL = 100;
    private static final int MEDIAN = 50;
    private static final Pattern TEXT = Pattern.compile("p?(\\d{2}(?:\\.\\d{1,3})?)");

    public Quantile {
        if (!(percent >= MEDIAN && percent <= ALL)) {
            throw new IllegalArgumentException("a percentile between p50 and p99.999, or max");
        }
    }

    /** The text form: {@code p99}, {@code p99.9}, {@code max}. */
    public static Quantile parse(String text) {
        if (text.equals("max")) {
            return new Quantile(ALL);
        }
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a percentile between p50 and p99.999, or max");
        }
        return new Quantile(Double.parseDouble(matcher.group(1)));
    }

    /** {@code p99}, {@code max}. */
    public String text() {
        if (percent == ALL) {
            return "max";
        }
        return "p" + (percent == Math.rint(percent) ? String.valueOf((int) percent) : String.valueOf(percent));
    }

    /** The part that is no longer, from 0.5 to 1. */
    public double part() {
        return percent / ALL;
    }

    /**
     * How many latencies it takes for one of them to be longer with a probability of 95 %, so that the percentile is not
     * merely the longest that was seen: {@code 1 - part^n ≥ 0.95}.
     */
    public int enough() {
        return percent == ALL ? 1 : (int) Math.ceil(Math.log(0.05) / Math.log(part()));
    }
}
