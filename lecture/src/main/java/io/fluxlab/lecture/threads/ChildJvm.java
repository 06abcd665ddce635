package io.fluxlab.lecture.threads;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fluxlab.claim.Claim;
import io.fluxlab.workload.TaskContext;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
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

    private static final int HEAP_MEGABYTES = 64;

    /** What one takes of the machine. */
    static final Claim CLAIM = Claim.ofProcesses(1, HEAP_MEGABYTES);

    private static final String ARCHIVE = "-XX:SharedArchiveFile=";

    /** A program is over soon, and is not worth the optimising compiler. Warnings would get between its lines. */
    private static final List<String> FLAGS = List.of(
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx" + HEAP_MEGABYTES + "m",
            "-Xlog:disable");

    /** The variables that name the file with the output, and the process that reads it. */
    private static final String OUTPUT = "FLUXLAB_PROGRAM_OUTPUT";

    private static final String READER = "FLUXLAB_PROGRAM_READER";

    private static final String STARTED = "started process ";
    private static final Duration LOOK = Duration.ofMillis(10);

    /** How a program ended, and all that it and what it has started said on standard output. */
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

    /** What a program says when it has started a process that speaks through its output, so that its end is awaited, too. */
    static String announcement(Process process) {
        return STARTED + process.pid();
    }

    /** Asked by a process that a program has started: whether anybody still listens. */
    static boolean isHeard() {
        long reader = Long.parseLong(System.getenv(READER));
        return Files.exists(Path.of(System.getenv(OUTPUT)))
                && ProcessHandle.of(reader).filter(ProcessHandle::isAlive).isPresent();
    }

    /**
     * Runs the program to its end, and to that of all processes that it has announced. Where this thread is interrupted, or
     * the time is up, the program is killed, and nobody listens to it any more.
     */
    Exit run(Duration limit, TaskContext context) throws Exception {
        // A file, for a pipe ends with the program itself.
        Path output = Files.createTempFile("fluxlab-program-", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(Redirect.appendTo(output.toFile()));
            builder.environment().put(OUTPUT, output.toString());
            builder.environment()
                    .put(READER, String.valueOf(ProcessHandle.current().pid()));
            return run(builder.start(), output, System.nanoTime() + limit.toNanos(), context);
        } catch (TimeoutException e) {
            throw new TimeoutException("the program did not end within %d ms".formatted(limit.toMillis()));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static Exit run(Process process, Path output, long endNanos, TaskContext context) throws Exception {
        try {
            process.getOutputStream().close();
            if (!context.blocking(() -> process.waitFor(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS))) {
                throw new TimeoutException();
            }
            if (process.exitValue() != 0) {
                String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
                throw new IOException("the program ended with status %d: %s"
                        .formatted(
                                process.exitValue(), errors.lines().findFirst().orElse("it did not say why")));
            }
            for (String line : Files.readAllLines(output)) {
                if (line.startsWith(STARTED)) {
                    awaitEnd(Long.parseLong(line.substring(STARTED.length())), endNanos, context);
                }
            }
            List<String> said = Files.readAllLines(output).stream()
                    .filter(line -> !line.startsWith(STARTED))
                    .toList();
            return new Exit(process.exitValue(), said);
        } finally {
            process.destroyForcibly();
        }
    }

    /** A process whose starter has gone may have nobody who takes note of its end: it then stays, without a command. */
    private static void awaitEnd(long pid, long endNanos, TaskContext context) throws Exception {
        while (ProcessHandle.of(pid)
                .filter(process -> process.isAlive() && process.info().command().isPresent())
                .isPresent()) {
            if (System.nanoTime() > endNanos) {
                throw new TimeoutException();
            }
            context.blocking(() -> {
                Thread.sleep(LOOK);
                return pid;
            });
        }
    }
}
