package io.fluxlab.scenario.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Maps values to places along a plot. Immutable. */
sealed interface Axis {

    /** Where the plot's area begins and ends, in its own units. */
    double LEFT = 150;

    double RIGHT = 690;

    /** The place of a value. */
    double at(double value);

    /** Round values on the axis. */
    List<Tick> ticks();

    /** A round value and its place. */
    record Tick(double x, String text) {}

    /** From 0 to the greatest value, evenly. */
    static Axis linear(double most) {
        return new Linear(most > 0 ? most : 1);
    }

    /** From the power of ten below the least value to the one above the greatest, by powers of ten. */
    static Axis logarithmic(double least, double most) {
        double low = Math.floor(Math.log10(Math.max(least, 1e-6)));
        return new Logarithmic(low, Math.max(low + 1, Math.ceil(Math.log10(Math.max(most, 1e-6)))));
    }

    private static String text(double value) {
        return new BigDecimal(value)
                .round(new java.math.MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Evenly. */
    record Linear(double most) implements Axis {

        private static final int ABOUT = 5;

        @Override
        public double at(double value) {
            return LEFT + (RIGHT - LEFT) * Math.clamp(value / most, 0, 1);
        }

        @Override
        public List<Tick> ticks() {
            double step = step();
            List<Tick> ticks = new ArrayList<>();
            for (int i = 0; i * step <= most; i++) {
                ticks.add(new Tick(at(i * step), text(i * step)));
            }
            return ticks;
        }

        /** 1, 2 or 5 times a power of ten. */
        private double step() {
            double rough = most / ABOUT;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double lead = rough / power;
            return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
        }
    }

    /** By powers of ten. */
    record Logarithmic(double lowPower, double highPower) implements Axis {

        @Override
        public double at(double value) {
            double power = Math.log10(Math.max(value, 1e-9));
            return LEFT + (RIGHT - LEFT) * Math.clamp((power - lowPower) / (highPower - lowPower), 0, 1);
        }

        @Override
        public List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            for (double power = lowPower; power <= highPower; power++) {
                ticks.add(new Tick(at(Math.pow(10, power)), text(Math.pow(10, power))));
            }
            return ticks;
        }
    }
}
