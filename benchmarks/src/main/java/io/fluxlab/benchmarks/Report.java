package io.fluxlab.benchmarks;

import java.io.PrintStream;

/**
 * Prints figures as rows of a Markdown table, each as soon as it is known. Those of the short form keep no target and
 * miss none.
 */
record Report(PrintStream out, Size size) {

    void head() {
        row("benchmark", "what", "median (lowest to highest)", "target", "");
        out.println("|---|---|---|---|---|");
    }

    /** A figure that has a target. */
    void figure(Benchmark of, String what, Spread spread, Unit unit, Target target) {
        String outcome = switch (size) {
            case SHORT -> "runs";
            case FULL -> target.isMetBy(spread.median()) ? "met" : "missed";
        };
        row(of.name(), what, unit.print(spread), target.print(unit), outcome);
    }

    /** A figure that only explains another one. */
    void yardstick(Benchmark of, String what, Spread spread, Unit unit) {
        row(of.name(), what, unit.print(spread), "", "");
    }

    /** What could not be measured here. */
    void skipped(Benchmark of, String what, String why) {
        row(of.name(), what, why, "", "skipped");
    }

    private void row(String name, String what, String figure, String target, String outcome) {
        out.printf("| %-14s | %-75s | %-26s | %-16s | %-7s |%n", name, what, figure, target, outcome);
        out.flush();
    }
}
