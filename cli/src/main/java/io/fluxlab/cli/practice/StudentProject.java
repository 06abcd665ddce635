package io.fluxlab.cli.practice;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.lecture.assignment.Assignment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/** A folder with an assignment in it. Immutable. */
public record StudentProject(Path folder, Assignment assignment) {

    private static final Path SOURCES = Path.of("src", "main", "java");

    /**
     * Writes the project of an assignment into a folder, which is made.
     *
     * @throws UsageException where there is something in it already
     */
    public static StudentProject create(Path folder, Assignment assignment) {
        try {
            if (Files.exists(folder) && !isEmptyFolder(folder)) {
                throw new UsageException(
                        "%s is not empty: name a folder that is, or one that is not there yet".formatted(folder));
            }
            for (Map.Entry<String, String> file : assignment.project().entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.writeString(path, file.getValue());
            }
            return new StudentProject(folder, assignment);
        } catch (IOException e) {
            throw new UsageException("%s can't be written: %s".formatted(folder, e));
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /**
     * The project in a folder.
     *
     * @throws UsageException where there is none
     */
    public static StudentProject in(Path folder) {
        Path mark = folder.resolve(Assignment.MARK);
        if (!Files.isRegularFile(mark)) {
            throw new UsageException(
                    "%s holds no assignment: there is no %s in it; 'fluxlab lecture start 1 DIR' makes one"
                            .formatted(folder, Assignment.MARK));
        }
        try (BufferedReader text = Files.newBufferedReader(mark)) {
            Properties properties = new Properties();
            properties.load(text);
            String number = properties.getProperty("assignment", "");
            Assignment assignment = Assignment.of(number.strip())
                    .orElseThrow(() ->
                            new UsageException("%s: assignment must be 1, 2 or 3, was '%s'".formatted(mark, number)));
            StudentProject project = new StudentProject(folder, assignment);
            if (project.sources().isEmpty()) {
                throw new UsageException("there are no sources in " + folder.resolve(SOURCES));
            }
            return project;
        } catch (IOException e) {
            throw new UsageException("%s can't be read: %s".formatted(mark, e));
        }
    }

    /** The sources, sorted. */
    List<Path> sources() {
        Path sources = folder.resolve(SOURCES);
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the student has answered in words; empty where there is nothing to answer. */
    public String answers() {
        Path file = folder.resolve(Assignment.ANSWERS);
        try {
            return assignment.hasAnswers() && Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UsageException("%s can't be read: %s".formatted(file, e));
        }
    }

    /** Of the sources and the answers: their paths and their bytes, as SHA-256. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : sources()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            digest.update(answers().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
