package io.fluxlab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.cluster.link.Access;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@link WorkerMain} in a process of its own. */
final class WorkerProcess implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(60);

    private final Process process;
    private final Path out;

    private WorkerProcess(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /** A worker of this program. */
    static WorkerProcess start(Path folder, Access access) throws IOException {
        return start(folder, access, "");
    }

    /** A worker whose classes come from there first. */
    static WorkerProcess start(Path folder, Access access, String before) throws IOException {
        Path out = Files.createTempFile(folder, "worker", ".out");
        String classPath = System.getProperty("java.class.path");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        before.isEmpty() ? classPath : before + File.pathSeparator + classPath,
                        WorkerMain.class.getName(),
                        access.address().toString(),
                        access.token())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new WorkerProcess(process, out);
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it prints a line that begins so. */
    WorkerProcess says(String beginning) {
        await().atMost(LONG).until(() -> has(beginning) || !process.isAlive());
        assertThat(lines().lines()).anyMatch(line -> line.startsWith(beginning));
        return this;
    }

    private boolean has(String beginning) {
        return lines().lines().anyMatch(line -> line.startsWith(beginning));
    }

    String lines() {
        try {
            return Files.readString(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void signal(String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Waits until it has ended by itself. */
    void ends() throws InterruptedException {
        assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS))
                .as(lines())
                .isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
