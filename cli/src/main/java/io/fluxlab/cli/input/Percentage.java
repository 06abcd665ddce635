package io.fluxlab.cli.input;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a whole, as it is typed: {@code 3%}, {@code 2.5 %}. Immutable. */
public record Percentage(double part) {

    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");

    /**
     * The part.
     *
     * @throws UsageException if the text is none, as a bare number, which might be meant either way
     */
    public static Percentage parse(String text) {
        Matcher matcher = PERCENT.matcher(text.trim());
        if (!matcher.matches()) {
            throw new UsageException("'" + text + "' is no percentage: write a number and %, such as 3%");
        }
        return new Percentage(new BigDecimal(matcher.group(1)).movePointLeft(2).doubleValue());
    }
}
