package io.fluxlab.lecture.green;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.workload.TaskContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small JVMs, started one after the other, each weighed while all sleep. Stateless. */
final class SleepingProcesses {

    private static final int HEAP_MEGABYTES = 32;

    /** A program that sleeps is not worth the optimising compiler, and starts faster without. */
    private static final List<String> FLAGS = List.of(
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx" + HEAP_MEGABYTES + "m",
            "-Xlog:disable");

    private static final String SHARE = "Pss:";
    private static final double BYTES_PER_KILOBYTE = 1024;

    private SleepingProcesses() {}

    /** What so many take of the machine. */
    static Claim claim(int count) {
        return Claim.ofProcesses(count, HEAP_MEGABYTES);
    }

    /** Starts so many, and ends them all. Blocks; an interrupt ends them, too. */
    static Price price(int count, TaskContext context) throws Exception {
        List<Process> all = new ArrayList<>();
        try {
            long startNanos = System.nanoTime();
            for (int i = 0; i < count; i++) {
                Process process = new ProcessBuilder(command())
                        .redirectError(Redirect.DISCARD)
                        .start();
                all.add(process);
                context.blocking(() -> {
                    Patience.DEFAULT.until("a JVM to start", () -> hasSpoken(process.getInputStream()));
                    return process;
                });
            }
            double micros = (System.nanoTime() - startNanos) / 1e3 / count;
            return new Price(Price.java(), Price.PROCESS, count, micros, bytesEach(all));
        } finally {
            all.forEach(Process::destroyForcibly);
        }
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SleepingProgram.class.getName()));
        return command;
    }

    private static boolean hasSpoken(InputStream said) {
        try {
            return said.available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Double bytesEach(List<Process> all) {
        double sum = 0;
        for (Process process : all) {
            Path map = Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup");
            try (Stream<String> lines = Files.lines(map)) {
                sum += lines.filter(line -> line.startsWith(SHARE))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
            } catch (IOException | UncheckedIOException e) {
                return null; // no such file elsewhere than on Linux
            }
        }
        return BYTES_PER_KILOBYTE * sum / all.size();
    }
}
