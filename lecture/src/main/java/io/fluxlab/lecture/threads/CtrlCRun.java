package io.fluxlab.lecture.threads;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.workload.TaskContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs one program, interrupts it once it is ready, and waits for its end. Immutable.
 *
 * @param program which program
 * @param delay how long it goes on before it is interrupted
 * @param patience with it
 */
record CtrlCRun(CtrlC program, Duration delay, Patience patience) {

    /** Blocks. Where this thread is interrupted, or the time is up, the program is killed. */
    Interrupted play(TaskContext context) throws Exception {
        Path output = Files.createTempFile("fluxlab-ctrl-c-", ".txt");
        try {
            List<String> command = ChildJvm.of(CtrlCProgram.class, CtrlCProgram.arguments(program))
                    .command();
            Process process = new ProcessBuilder(Sigint.heeding(command))
                    .redirectOutput(Redirect.appendTo(output.toFile()))
                    .start();
            try {
                return context.blocking(() -> interrupt(process, output));
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private Interrupted interrupt(Process process, Path output) throws IOException, InterruptedException {
        patience.until(
                "the program to be ready", () -> said(output).contains(CtrlCProgram.READY) || !process.isAlive());
        if (!process.isAlive()) {
            String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
            throw new IOException("the program ended with status %d before it was interrupted: %s"
                    .formatted(process.exitValue(), errors.lines().findFirst().orElse("it did not say why")));
        }
        Thread.sleep(delay);
        Sigint.send(process.pid());
        if (!process.waitFor(patience.limit().toMillis(), TimeUnit.MILLISECONDS)) {
            throw patience.inVain("the program to end");
        }
        return Interrupted.of(program, process.exitValue(), said(output));
    }

    private static List<String> said(Path output) {
        try {
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new UncheckedIOException("what the program said can't be read", e);
        }
    }
}
