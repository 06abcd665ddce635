package io.fluxlab.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Programs that are run for their output. */
final class Command {

    private Command() {}

    /** Whether there is such a program on the {@code PATH}. */
    static boolean exists(String program) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** The lines that a program prints; what it says on standard error is shown. */
    static List<String> run(String... command) throws IOException, InterruptedException {
        return run(Set.of(0), command);
    }

    /** The lines that a program prints which may end with any of these statuses. */
    static List<String> run(Set<Integer> statuses, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (!statuses.contains(status)) {
            throw new IOException(String.join(" ", command) + " ended with status " + status);
        }
        return output.lines().toList();
    }
}
