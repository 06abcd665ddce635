package io.fluxlab.verdict;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes parts of a whole: {@code 3 %}, {@code 1.5 %}, {@code 0.04 %}. */
public final class Percent {
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private Percent() {}

    /** The part with its first two digits. */
    public static String text(double part) {
        BigDecimal percent = BigDecimal.valueOf(part).movePointRight(2).round(TWO_DIGITS);
        return percent.stripTrailingZeros().toPlainString() + " %";
    }
}
