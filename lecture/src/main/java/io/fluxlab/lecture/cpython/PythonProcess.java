package io.fluxlab.lecture.cpython;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** A script that runs, with the two files that it needs: its own, and one for what it prints. Thread-safe. */
final class PythonProcess implements AutoCloseable {

    private final Process process;
    private final Path script;
    private final Path output;

    private PythonProcess(Process process, Path script, Path output) {
        this.process = process;
        this.script = script;
        this.output = output;
    }

    /** A file, for a process that is spawned reads the script again; and no pipe, for its processes might keep that open. */
    static PythonProcess start(Path python, byte[] text, List<String> arguments) throws IOException {
        Path script = Files.createTempFile("fluxlab-", ".py");
        Path output = Files.createTempFile("fluxlab-", ".txt");
        List<String> command = new ArrayList<>(List.of(python.toString(), script.toString()));
        command.addAll(arguments);
        try {
            Files.write(script, text);
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            return new PythonProcess(process, script, output);
        } catch (IOException e) {
            Files.deleteIfExists(script);
            Files.deleteIfExists(output);
            throw e;
        }
    }

    /** Emits once it has ended; empty where it has failed, or said nothing. */
    Mono<String> lastLine() {
        return Mono.fromFuture(process::onExit, true)
                .filter(ended -> ended.exitValue() == 0)
                .flatMap(ended -> Mono.fromCallable(() -> Files.readAllLines(output)))
                .filter(lines -> !lines.isEmpty())
                .map(lines -> lines.get(lines.size() - 1));
    }

    /** Ends it and all that it has started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            Files.deleteIfExists(script);
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
