package io.fluxlab.scenario.script;

import io.fluxlab.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of scripts on the class path. Immutable; thread-safe.
 *
 * @param path where it lies, on the class path as in a checkout, with a slash at its end
 */
record ScriptFolder(String path) {

    /** A file in the first of these folders: a jar need not list folders, and others may have some of the same name. */
    static final String SCHEMA = "/scenarios/scenario.schema.json";

    private static final String SUFFIX = ".yaml";

    /** The names of its scripts, in alphabetical order. */
    List<String> names() {
        URL schema = resource(SCHEMA);
        try {
            URI uri = schema.toURI();
            if (!uri.getScheme().equals("jar")) {
                return names(Path.of(uri).resolve("../../" + path).normalize());
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return names(jar.getPath("/" + path));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("scripts can't lie at " + schema, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the scripts can't be listed", e);
        }
    }

    /** Whether it has a script of this name. */
    boolean has(String name) {
        return ScriptFolder.class.getResource("/" + file(name)) != null;
    }

    /** What they are about, in alphabetical order of their names. */
    List<Heading> headings() {
        return names().stream()
                .map(name -> ScriptReader.heading(file(name), text("/" + file(name))))
                .toList();
    }

    /**
     * The script of this name.
     *
     * @throws WrongScriptException where it asks for what the reader's lab does not have
     */
    Scenario read(String name, ScriptReader reader) {
        return reader.read(file(name), text("/" + file(name)));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    private String file(String name) {
        return path + name + SUFFIX;
    }

    /** A resource as text. */
    static String text(String resource) {
        try (InputStream bytes = resource(resource).openStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " can't be read", e);
        }
    }

    private static URL resource(String name) {
        URL url = ScriptFolder.class.getResource(name);
        if (url == null) {
            throw new IllegalArgumentException("there is no " + name + " on the class path");
        }
        return url;
    }
}
