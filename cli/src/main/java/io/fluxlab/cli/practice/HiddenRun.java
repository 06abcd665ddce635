package io.fluxlab.cli.practice;

import io.fluxlab.lecture.assignment.Assignment;
import io.fluxlab.lecture.assignment.check.CheckMain;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Runs the hidden checks in a JVM of their own, with little memory and a time limit, and in a further one from the next point on
 * where a student's code has ended it. Not thread-safe.
 */
final class HiddenRun {

    private static final int HEAP_MEGABYTES = 256;
    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final long LOOK_MILLIS = 50;
    private static final Pattern SPACE = Pattern.compile(" ");

    private final Assignment assignment;
    private final String classPath;
    private final Path classes;
    private final Path folder;
    private final BooleanSupplier interrupted;
    private final Map<String, PointResult> results = new LinkedHashMap<>();
    private int children;

    HiddenRun(Assignment assignment, String classPath, Path classes, Path folder, BooleanSupplier interrupted) {
        this.assignment = assignment;
        this.classPath = classPath;
        this.classes = classes;
        this.folder = folder;
        this.interrupted = interrupted;
    }

    /** What became of each point, in their order. */
    List<PointResult> results() throws IOException {
        boolean more = true;
        while (more && !interrupted.getAsBoolean()) {
            more = child();
        }
        return assignment.points().stream()
                .map(point -> results.getOrDefault(point, PointResult.failed(point, "unreached")))
                .toList();
    }

    /** Says whether another child has to go on from where this one was ended. */
    private boolean child() throws IOException {
        Path lines = folder.resolve("results-" + children++ + ".txt");
        Process process = start(lines);
        FirstWords errors = FirstWords.of(process.getErrorStream());
        long end = System.nanoTime() + LIMIT_NANOS;
        try {
            while (process.isAlive() && !isDone(lines) && System.nanoTime() - end < 0 && !interrupted.getAsBoolean()) {
                process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            boolean ended = !process.isAlive();
            String open = read(lines);
            if (isDone(lines) || interrupted.getAsBoolean()) {
                return false;
            } else if (open.isEmpty()) {
                throw new IOException("the checks don't start: " + errors.text());
            }
            results.put(
                    open,
                    ended
                            ? PointResult.failed(open, "exit", String.valueOf(process.exitValue()))
                            : PointResult.failed(open, "hangs", ""));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            // Its own children would go on without it.
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }

    private Process start(Path lines) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath,
                CheckMain.class.getName(),
                lines.toString(),
                classes.toString()));
        command.addAll(results.keySet());
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return process;
    }

    private static boolean isDone(Path lines) throws IOException {
        return Files.exists(lines) && Files.readString(lines).endsWith("done\n");
    }

    /** Takes what is written; returns the point that has begun and not ended, or nothing. */
    private String read(Path lines) throws IOException {
        String open = "";
        for (String line : Files.exists(lines) ? Files.readAllLines(lines) : List.<String>of()) {
            List<String> words = SPACE.splitAsStream(line)
                    .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                    .toList();
            switch (words.get(0)) {
                case "begin" -> open = words.get(1);
                case "pass" -> {
                    results.put(words.get(1), PointResult.passed(words.get(1)));
                    open = "";
                }
                case "fail" -> {
                    results.put(
                            words.get(1),
                            new PointResult(words.get(1), false, words.get(2), words.subList(3, words.size())));
                    open = "";
                }
                default -> {}
            }
        }
        return open;
    }
}
