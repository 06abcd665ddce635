package io.fluxlab.server.quota;

import java.time.Duration;
import java.util.Objects;

/**
 * What one principal, or everybody at one address, may take. Immutable.
 *
 * @param streams requests that are open at once, in all connections
 * @param runs runs and comparisons that go on or wait at once, in all connections
 * @param processes child processes that those claim together
 * @param cpuPerHour CPU time of runs within an hour that slides, after which no new run starts until enough of it is past
 */
public record Quota(int streams, int runs, int processes, Duration cpuPerHour) {

    /** More CPU time than there is in an hour. */
    private static final Duration ANY_CPU = Duration.ofDays(365);

    /** No bounds. */
    public static final Quota NONE = new Quota(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, ANY_CPU);

    public Quota {
        atLeastOne("streams", streams);
        atLeastOne("runs", runs);
        if (processes < 0) {
            throw new IllegalArgumentException("processes must be at least 0, was " + processes);
        }
        Objects.requireNonNull(cpuPerHour, "cpuPerHour");
        if (cpuPerHour.isNegative() || cpuPerHour.isZero() || cpuPerHour.compareTo(ANY_CPU) > 0) {
            throw new IllegalArgumentException(
                    "cpuPerHour must be more than nothing and at most %s, was %s".formatted(ANY_CPU, cpuPerHour));
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }

    /** This quota with another number of streams. */
    public Quota withStreams(int newStreams) {
        return new Quota(newStreams, runs, processes, cpuPerHour);
    }

    /** This quota with another number of runs. */
    public Quota withRuns(int newRuns) {
        return new Quota(streams, newRuns, processes, cpuPerHour);
    }

    /** This quota with another number of child processes. */
    public Quota withProcesses(int newProcesses) {
        return new Quota(streams, runs, newProcesses, cpuPerHour);
    }

    /** This quota with another CPU time. */
    public Quota withCpuPerHour(Duration newCpu) {
        return new Quota(streams, runs, processes, newCpu);
    }
}
