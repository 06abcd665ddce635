package io.fluxlab.scenario.original;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The programs that come with Fluxlab: the lecture's, what CPython printed, and their twins in Java. Thread-safe. */
public final class Originals {

    private static final String PYTHON = "scenarios/originals/";
    private static final String JAVA = "scenarios/sources/";

    private Originals() {}

    /** Whether there is a program of this name. */
    public static boolean has(String python) {
        return Originals.class.getClassLoader().getResource(PYTHON + python + ".py") != null;
    }

    /** Whether there is such a part of a Java source. */
    public static boolean hasJava(String java) {
        try {
            return java.isEmpty() || !java(java).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The program of the lecture.
     *
     * @throws IllegalArgumentException where there is none of this name
     */
    public static String python(String name) {
        return text(PYTHON + name + ".py");
    }

    /** What CPython printed; empty where it was not recorded. */
    public static Optional<Recording> recording(String python) {
        return Optional.ofNullable(read(PYTHON + python + ".txt")).map(Recording::parse);
    }

    /**
     * The Java of a twin; empty where it has none.
     *
     * @throws IllegalArgumentException where there is no such source or part
     */
    public static String java(String twin) {
        if (twin.isEmpty()) {
            return "";
        }
        int hash = twin.indexOf('#');
        return Tagged.part(text(JAVA + twin.substring(0, Math.max(0, hash))), twin.substring(hash + 1));
    }

    private static String text(String resource) {
        String text = read(resource);
        if (text == null) {
            throw new IllegalArgumentException("there is no " + resource);
        }
        return text;
    }

    private static @Nullable String read(String resource) {
        try (InputStream stream = Originals.class.getClassLoader().getResourceAsStream(resource)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " can't be read", e);
        }
    }
}
