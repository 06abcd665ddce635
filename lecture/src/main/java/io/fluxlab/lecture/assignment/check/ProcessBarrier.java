package io.fluxlab.lecture.assignment.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts JVMs that wait for each other before they do anything, which shows that they were there at the same time, and until the gate
 * is opened, which shows who waits for them. Thread-safe.
 */
public final class ProcessBarrier implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long LOOK_MILLIS = 10;

    private final Path folder;
    private final int parties;
    private final List<Process> started = new CopyOnWriteArrayList<>();

    private ProcessBarrier(Path folder, int parties) {
        this.folder = folder;
        this.parties = parties;
    }

    /** A gate for so many processes, closed. */
    public static ProcessBarrier forProcesses(int parties) throws IOException {
        return new ProcessBarrier(Files.createTempDirectory("fluxlab-gate-"), parties);
    }

    /** Starts the program in a JVM that waits at this gate. */
    public Process start(Class<?> program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ProcessBarrierMain.class.getName(),
                folder.toString(),
                String.valueOf(parties),
                program.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        return process;
    }

    /** Lets the processes go on once all are there. */
    public void open() throws IOException {
        Files.createFile(folder.resolve(ProcessBarrierMain.OPEN));
    }

    /** Waits until all are there, or whoever was to start them is through; says whether they are. */
    public boolean isFull(BackgroundCall<?> starting) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (ProcessBarrierMain.count(folder) < parties
                && System.nanoTime() - end < 0
                && !isAlone()
                && !starting.isOver()) {
            Thread.sleep(LOOK_MILLIS);
        }
        return ProcessBarrierMain.count(folder) >= parties && !isAlone();
    }

    private boolean isAlone() {
        return Files.exists(folder.resolve(ProcessBarrierMain.ALONE));
    }

    /** Those that were started here. */
    public List<Process> started() {
        return List.copyOf(started);
    }

    /** Ends what is left. */
    @Override
    public void close() throws IOException {
        started.forEach(Process::destroyForcibly);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
