package io.fluxlab.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ThrowingRunnable;

/**
 * Limits that a contract names, in the time that the machine gives: where six threads want two CPUs, a second lasts three.
 * How many want one is Linux's to say; elsewhere a second is a second.
 */
public final class MachineTime {

    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final Pattern RUNNING = Pattern.compile(" (\\d+)/");
    private static final long LOOK_MILLIS = 10;
    private static final int CPUS = Runtime.getRuntime().availableProcessors();

    private MachineTime() {}

    /** Waits until the condition holds, and fails where it does not within the limit. */
    public static void within(Duration limit, String what, Callable<Boolean> condition) {
        within(limit, () -> {
            if (!condition.call()) {
                throw new AssertionError(what);
            }
        });
    }

    /** Waits until the assertion passes, and fails as it did last where it does not within the limit. */
    public static void within(Duration limit, ThrowingRunnable assertion) {
        double left = limit.toNanos();
        long before = System.nanoTime();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (Throwable failure) {
                long now = System.nanoTime();
                left -= (now - before) / threadsForACpu();
                before = now;
                if (left <= 0) {
                    throw new AssertionError("not within " + limit.toMillis() + " ms of the machine's time", failure);
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }

    /** Those that run and those that want to, without the one that asks; at least one. */
    private static double threadsForACpu() {
        try {
            Matcher load = RUNNING.matcher(Files.readString(LOAD));
            return load.find() ? Math.max(1, (Integer.parseInt(load.group(1)) - 1.0) / CPUS) : 1;
        } catch (IOException e) {
            return 1;
        }
    }
}
