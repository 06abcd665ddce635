package io.fluxlab.cli;

import io.fluxlab.testing.ClassData;
import io.fluxlab.testing.HeedSignals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command in a process of its own, as a shell would start it. */
final class FluxlabProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final Path out;
    private final Path err;

    private FluxlabProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static List<String> command(String... args) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        ClassData.option().ifPresent(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(args));
        return command;
    }

    static FluxlabProcess start(Path folder, String... args) throws IOException {
        return start(folder, Map.of(), command(args));
    }

    static FluxlabProcess start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        return start(
                folder,
                environment,
                command,
                ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    }

    /** As {@link #start}, and {@link #type} is heard. */
    static FluxlabProcess startListening(Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        return start(folder, environment, command, ProcessBuilder.Redirect.PIPE);
    }

    private static FluxlabProcess start(
            Path folder, Map<String, String> environment, List<String> command, ProcessBuilder.Redirect input)
            throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        var builder = new ProcessBuilder(HeedSignals.in(command))
                .redirectInput(input)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("FLUXLAB_SERVE_DATA", "none"); // and not in the home of whoever runs the tests
        builder.environment().putAll(environment);
        return new FluxlabProcess(builder.start(), out, err);
    }

    /** Waits for its end. */
    int status() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + PATIENCE_SECONDS + " s: " + out() + err());
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Gives it this on its standard input, as if somebody typed it. */
    void type(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** The processes that it has started, and theirs. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    void signal(String name) throws IOException, InterruptedException {
        signal(name, process.toHandle());
    }

    /** To the command where it runs inside of another one. */
    void signalInside(String name) throws IOException, InterruptedException {
        signal(name, inside());
    }

    /** Gives the terminal of a command that runs inside of another one this size. */
    void resizeInside(int columns, int rows) throws IOException, InterruptedException {
        String terminal = "/proc/%d/fd/0".formatted(inside().pid());
        new ProcessBuilder("stty", "-F", terminal, "cols", "" + columns, "rows", "" + rows)
                .start()
                .waitFor();
    }

    private ProcessHandle inside() {
        return process.descendants()
                .filter(inside -> inside.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow();
    }

    private static void signal(String name, ProcessHandle receiver) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(receiver.pid()))
                .start()
                .waitFor();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
