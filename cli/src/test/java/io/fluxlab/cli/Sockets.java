package io.fluxlab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The TCP connections of this machine, as Linux tells them. */
final class Sockets {

    private static final String ESTABLISHED = "01";
    private static final String CLOSE_WAIT = "08";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;

    private Sockets() {}

    /** Connections to this local port that somebody still holds. */
    static long heldAt(int port) {
        String suffix = ":%04X".formatted(port);
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream().skip(1))
                .map(line -> line.strip().toUpperCase(Locale.ROOT).split("\\s+", -1))
                .filter(row -> row[LOCAL_ADDRESS].endsWith(suffix))
                .filter(row -> row[STATE].equals(ESTABLISHED) || row[STATE].equals(CLOSE_WAIT))
                .count();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
