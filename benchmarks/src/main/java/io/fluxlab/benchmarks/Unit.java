package io.fluxlab.benchmarks;

import java.util.Locale;

/** What a figure counts, and how it is printed. */
enum Unit {
    RATIO("%.3f", ""),
    COUNT("%.0f", ""),
    SECONDS("%.2f", " s"),
    MILLISECONDS("%.2f", " ms"),
    MICROSECONDS("%.2f", " µs"),
    BYTES("%.0f", " B"),
    PER_SECOND("%,.0f", " /s");

    private final String digits;
    private final String suffix;

    Unit(String digits, String suffix) {
        this.digits = digits;
        this.suffix = suffix;
    }

    String print(double value) {
        return digits(value) + suffix;
    }

    String print(Spread spread) {
        return spread.isOne()
                ? print(spread.median())
                : print(spread.median()) + " (" + digits(spread.low()) + " to " + digits(spread.high()) + ")";
    }

    private String digits(double value) {
        return String.format(Locale.ROOT, digits, value);
    }
}
