package io.fluxlab.wording;

import java.util.Locale;

/** Writes ratios and parts as they are read. */
final class Ratios {

    private Ratios() {}

    /** {@code 1.25×}. */
    static String factor(double speedUp) {
        return String.format(Locale.ROOT, "%.2f×", speedUp);
    }

    /** {@code 12 %}. */
    static String percent(double part) {
        return Math.round(part * 100) + " %";
    }
}
