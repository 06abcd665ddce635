package io.fluxlab.capacity;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/** One thread that serves what arrives by a Poisson process, in simulated time, and how a step of it comes out. */
record SimulatedLane(double serviceSeconds, boolean isExponential, SplittableRandom random) {

    /** The latencies, in seconds, of a step that begins with nobody there. */
    double[] latencies(double perSecond, Duration duration) {
        double end = duration.toNanos() / 1e9;
        double[] latencies = new double[16];
        int count = 0;
        double free = 0;
        for (double due = exponential(1 / perSecond); due < end; due += exponential(1 / perSecond)) {
            free = Math.max(free, due) + (isExponential ? exponential(serviceSeconds) : serviceSeconds);
            latencies = count == latencies.length ? Arrays.copyOf(latencies, 2 * count) : latencies;
            latencies[count++] = free - due;
        }
        return Arrays.copyOf(latencies, count);
    }

    private double exponential(double mean) {
        return -mean * Math.log1p(-random.nextDouble());
    }
}
