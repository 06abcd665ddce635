package io.fluxlab.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Linux has on each thread of this process: CPU time to the nanosecond from {@code /proc/self/task/N/schedstat}, where
 * the JVM's own figure has steps of 10 ms, and context switches from {@code /proc/self/task/N/status} (proc(5)).
 * Immutable.
 *
 * @param threads by their id
 */
public record ThreadAccounts(Map<String, Account> threads) {

    private static final Path TASKS = Path.of("/proc/self/task");

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
        try (var status = Files.lines(task.resolve("status"))) {
            String times = Files.readString(task.resolve("schedstat"));
            long switches = status.filter(line -> line.contains("ctxt_switches"))
                    .mapToLong(line ->
                            Long.parseLong(line.substring(line.indexOf(':') + 1).trim()))
                    .sum();
            return new Account(Long.parseLong(times.substring(0, times.indexOf(' '))), switches);
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }
}
