package io.fluxlab.measure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/** Context switches of this process's threads, as Linux counts them in {@code /proc/self/task/N/status} (proc(5)). */
final class ContextSwitches {

    private static final Path TASKS = Paths.get("/proc/self/task");

    private ContextSwitches() {}

    /** Of all threads that live now, voluntary and not; null where the platform does not tell. */
    static @Nullable Long now() {
        if (!Files.isDirectory(TASKS)) {
            return null;
        }
        long switches = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(TASKS)) {
            for (Path thread : threads) {
                switches += of(thread.resolve("status"));
            }
        } catch (IOException e) {
            return null;
        }
        return switches;
    }

    private static long of(Path status) {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.contains("ctxt_switches"))
                    .mapToLong(line ->
                            Long.parseLong(line.substring(line.indexOf(':') + 1).trim()))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // the thread has ended since it was listed
        }
    }
}
