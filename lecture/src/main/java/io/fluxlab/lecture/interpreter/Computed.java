package io.fluxlab.lecture.interpreter;

import java.util.concurrent.TimeUnit;

/** What one that computes says of it: how far it came, in how many milliseconds, and to which number. Immutable. */
record Computed(String role, long steps, double millis, double stepsPerMilli, long result) {

    static Computed of(XorshiftComputation work, long nanos) {
        double millis = (double) nanos / TimeUnit.MILLISECONDS.toNanos(1);
        return new Computed("cpu", work.steps(), millis, millis == 0 ? 0 : work.steps() / millis, work.number());
    }
}
