package io.fluxlab.load;

import io.fluxlab.parameter.Param;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many tasks arrive each second, on average. Immutable.
 *
 * @param perSecond how many
 */
public record Rate(
        @Param(value = "tasks that arrive each second", least = Rate.LEAST, most = Rate.MOST)
        double perSecond) {

    /** One in a quarter of an hour. */
    public static final double LEAST = 0.001;

    /** More than any thread could send on time. */
    public static final double MOST = 1_000_000;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(?:/\\s*(s|min))?");

    private static final int SECONDS_PER_MINUTE = 60;

    public Rate {
        if (!(perSecond >= LEAST && perSecond <= MOST)) {
            throw new IllegalArgumentException("between 0.001/s and 1000000/s");
        }
    }

    /** The text form: {@code 200/s}, {@code 90/min}; a bare number is one a second. */
    public static Rate parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a rate between 0.001/s and 1000000/s, such as 200/s");
        }
        double number = Double.parseDouble(matcher.group(1));
        return new Rate("min".equals(matcher.group(2)) ? number / SECONDS_PER_MINUTE : number);
    }

    /** {@code 200/s}. */
    public String text() {
        return (perSecond == Math.rint(perSecond) ? String.valueOf((long) perSecond) : String.valueOf(perSecond))
                + "/s";
    }
}
