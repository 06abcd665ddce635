package io.fluxlab.measure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Linux has on each thread of this process in {@code /proc/self/task/N/schedstat}: CPU time to the nanosecond, where
 * the JVM's own figure has steps of 10 ms, and how often the thread was given a CPU, which is how often it was switched to
 * (the kernel's Documentation/scheduler/sched-stats). Read before and after every run, so that it has to be quick.
 * Immutable.
 *
 * @param threads by their id
 */
public record ThreadAccounts(Map<String, Account> threads) {

    private static final Path TASKS = Path.of("/proc/self/task");

    private static final int LONGEST_LINE = 128;

    /** CPU time and context switches, voluntary and not. */
    public record Account(long cpuNanos, long contextSwitches) {
        static final Account NONE = new Account(0, 0);

        Account plus(Account other) {
            return new Account(cpuNanos + other.cpuNanos, contextSwitches + other.contextSwitches);
        }

        Account minus(Account other) {
            return new Account(cpuNanos - other.cpuNanos, contextSwitches - other.contextSwitches);
        }
    }

    /** Of all threads that live now; null where the platform does not tell. */
    static @Nullable ThreadAccounts now() {
        if (!Files.isReadable(TASKS.resolveSibling("schedstat"))) {
            return null;
        }
        Map<String, Account> threads = new HashMap<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                Account account = read(task);
                if (account != null) {
                    threads.put(String.valueOf(task.getFileName()), account);
                }
            }
        } catch (IOException e) {
            return null;
        }
        return new ThreadAccounts(threads);
    }

    /** What the threads of these accounts have used since {@code start}; those that ended in between are not in it. */
    Account since(ThreadAccounts start) {
        return threads.entrySet().stream()
                .map(thread -> thread.getValue().minus(start.threads.getOrDefault(thread.getKey(), Account.NONE)))
                .reduce(Account.NONE, Account::plus);
    }

    /** Null where the thread has ended since it was listed. */
    private static @Nullable Account read(Path task) {
        byte[] line = new byte[LONGEST_LINE];
        try (FileInputStream file =
                new FileInputStream(task.resolve("schedstat").toString())) {
            String[] fields = new String(line, 0, Math.max(0, file.read(line)), US_ASCII).split("\\s", -1);
            return fields.length < 3 ? null : new Account(Long.parseLong(fields[0]), Long.parseLong(fields[2]));
        } catch (IOException e) {
            return null;
        }
    }
}
