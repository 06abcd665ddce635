package io.fluxlab.server.quota;

import io.fluxlab.error.FieldError;
import io.fluxlab.error.RejectedRequestException;
import java.util.List;

/** What one principal, or everybody at one address, has taken so far. Guarded by {@link Accounts}. */
final class Account {

    private final String name;
    private final Quota quota;
    private final CpuWindow cpu;
    private int streams;
    private int runs;
    private long processes;

    Account(String name, Quota quota, long nowNanos) {
        this.name = name;
        this.quota = quota;
        this.cpu = new CpuWindow(nowNanos);
    }

    /** Fails where a stream more would be too many. */
    void checkStream() {
        check("streams", quota.streams(), streams + 1, "it is free when one of them ends");
    }

    void addStreams(int more) {
        streams += more;
    }

    /** Fails where a run more would be too many, or the CPU time is used up. */
    void checkRun(long nowNanos) {
        check("runs", quota.runs(), runs + 1, "it is free when one of them ends");
        long used = cpu.used(nowNanos);
        long bound = quota.cpuPerHour().toNanos();
        if (used >= bound) {
            check(
                    "cpuSecondsPerHour",
                    quota.cpuPerHour().toSeconds(),
                    ceilSeconds(used),
                    "it is free in %d s".formatted(ceilSeconds(cpu.nanosUntilBelow(bound, nowNanos))),
                    true);
        }
    }

    private static long ceilSeconds(long nanos) {
        return nanos / 1_000_000_000 + 1;
    }

    void addRuns(int more) {
        runs += more;
    }

    /** Whether child processes more, or fewer, are within the quota; fewer always are. */
    boolean hasRoomForProcesses(long more) {
        return more <= 0 || processes + more <= quota.processes();
    }

    /** Fails where so many child processes more would be too many. */
    void checkProcesses(long more) {
        check(
                "processes",
                quota.processes(),
                processes + more,
                "some are free when a run ends, or ask for fewer",
                !hasRoomForProcesses(more));
    }

    void addProcesses(long more) {
        processes += more;
    }

    void charge(long cpuNanos, long nowNanos) {
        cpu.add(nowNanos, cpuNanos);
    }

    long cpuNanos(long nowNanos) {
        return cpu.used(nowNanos);
    }

    boolean isIdle() {
        return streams == 0 && runs == 0 && processes == 0;
    }

    private void check(String quotaName, long bound, long value, String frees) {
        check(quotaName, bound, value, frees, value > bound);
    }

    private void check(String quotaName, long bound, long value, String frees, boolean isExceeded) {
        if (isExceeded) {
            String message = "%s of %s must be at most %d, was %d; %s".formatted(quotaName, name, bound, value, frees);
            throw new RejectedRequestException(
                    "quota-exceeded", message, List.of(new FieldError(quotaName, value, message)));
        }
    }
}
