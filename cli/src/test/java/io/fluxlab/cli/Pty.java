package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A terminal that util-linux's {@code script} gives a command, with its exit status and all that it shows. */
final class Pty {
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    private Pty() {}

    /** Leaves the test out where there is none. */
    static void assume() {
        assumeThat(SCRIPT)
                .satisfies(script -> assertThat(Files.isExecutable(script)).isTrue());
    }

    /** The command on a terminal of so many columns and rows. */
    static List<String> of(int columns, int rows, List<String> command) {
        // A Ctrl-C is for the shell, too, and some shells end by it: the trap has any of them wait for the command.
        String line = command.stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(
                        " ", "trap : INT; stty cols %d rows %d; ".formatted(columns, rows), "; exit $?"));
        return List.of(SCRIPT.toString(), "-qefc", line, "/dev/null");
    }
}
