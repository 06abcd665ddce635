package io.fluxlab.cli.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Entries of a class path as jars and folders. Stateless. */
final class ClassPathEntries {

    private ClassPathEntries() {}

    /** {@code lib/*} is all jars of that folder, as in {@code java -cp}; any other entry is itself. */
    static Stream<Path> paths(String entry) {
        if (!entry.endsWith("*")) {
            return Stream.of(Path.of(entry));
        }
        try (Stream<Path> files = Files.list(Path.of(entry.substring(0, entry.length() - 1)))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
