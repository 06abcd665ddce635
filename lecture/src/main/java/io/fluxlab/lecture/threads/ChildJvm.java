package io.fluxlab.lecture.threads;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fluxlab.workload.TaskContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A small program on a JVM like this one: the same JDK, class path and archive of classes, started as fast as it goes.
 * Immutable.
 *
 * @param command what is started
 */
record ChildJvm(List<String> command) {

    private static final String ARCHIVE = "-XX:SharedArchiveFile=";

    /** A program is over soon, and is not worth the optimising compiler. Warnings would get between its lines. */
    private static final List<String> FLAGS =
            List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-Xlog:disable");

    /** How a program ended, and all that it said on standard output. */
    record Exit(int status, List<String> lines) {}

    static ChildJvm of(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith(ARCHIVE))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(List.copyOf(command));
    }

    /**
     * Runs the program to its end. It says little, so that all of it fits into the pipes and is read when the program has
     * ended. Where this thread is interrupted, or the time is up, the program is killed.
     */
    Exit run(Duration limit, TaskContext context) throws Exception {
        Process process = new ProcessBuilder(command).start();
        try {
            process.getOutputStream().close();
            if (!context.blocking(() -> process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS))) {
                throw new TimeoutException("the program did not end within %d ms".formatted(limit.toMillis()));
            }
            List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                    .lines()
                    .toList();
            String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
            if (process.exitValue() != 0) {
                throw new IOException("the program ended with status %d: %s"
                        .formatted(
                                process.exitValue(), errors.lines().findFirst().orElse("it did not say why")));
            }
            return new Exit(process.exitValue(), lines);
        } finally {
            process.destroyForcibly();
        }
    }
}
