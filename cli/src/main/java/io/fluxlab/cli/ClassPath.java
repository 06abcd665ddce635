package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Class paths as they are typed. */
final class ClassPath {

    /** What the script that starts Java has added to the class path. */
    private static final String OF_COMMAND = "fluxlab.classpath";

    private ClassPath() {}

    /**
     * The entries of a class path.
     *
     * @throws UsageException naming an entry that is not there
     */
    static List<String> entries(String option, String text) {
        List<String> entries = Arrays.stream(text.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .toList();
        entries.stream()
                .filter(entry -> !Files.exists(Path.of(entry.replaceFirst("/?\\*$", ""))))
                .findFirst()
                .ifPresent(entry -> {
                    throw new UsageException("%s: no such file: %s".formatted(option, entry));
                });
        if (entries.isEmpty()) {
            throw new UsageException("%s: a path is missing".formatted(option));
        }
        return entries;
    }

    /** Those of {@code --classpath}; where nobody tells, the classes are this JVM's. */
    static List<String> ofCommand() {
        String told = System.getProperty(OF_COMMAND, "");
        return Arrays.stream(told.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
