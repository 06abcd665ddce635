package io.fluxlab.scenario.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

/** The scripts that come with Fluxlab. Stateless; thread-safe. */
public final class Scripts {

    private static final String FOLDER = "/scenarios/";
    private static final String SCHEMA = FOLDER + "scenario.schema.json";
    private static final String SUFFIX = ".yaml";

    private Scripts() {}

    /** Their names, in the lecture's order. */
    public static List<String> names() {
        return headings().stream().map(Heading::name).toList();
    }

    /** What they are about, in the lecture's order. */
    public static List<Heading> headings() {
        return files().stream()
                .map(name -> ScriptReader.heading(file(name), text(FOLDER + name + SUFFIX)))
                .sorted(LectureOrder.ORDER)
                .toList();
    }

    private static List<String> files() {
        URL schema = resource(SCHEMA);
        try {
            URI uri = schema.toURI();
            if (!uri.getScheme().equals("jar")) {
                return files(Path.of(uri).resolveSibling(""));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return files(jar.getPath(FOLDER));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("scripts can't lie at " + schema, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the scripts can't be listed", e);
        }
    }

    /**
     * The script of this name.
     *
     * @throws WrongScriptException where it asks for what the reader's lab does not have
     */
    public static Scenario read(String name, ScriptReader reader) {
        return reader.read(file(name), text(FOLDER + name + SUFFIX));
    }

    /** The JSON Schema of scripts, as text. */
    public static String schemaText() {
        return text(SCHEMA);
    }

    static JsonNode schema() {
        try {
            return new JsonMapper().readTree(schemaText());
        } catch (IOException e) {
            throw new UncheckedIOException("the schema of scripts is no JSON", e);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    /** What a script is called in messages: where it lies in a checkout. */
    private static String file(String name) {
        return "scenarios/" + name + SUFFIX;
    }

    private static String text(String resource) {
        try (InputStream bytes = resource(resource).openStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " can't be read", e);
        }
    }

    private static URL resource(String name) {
        URL url = Scripts.class.getResource(name);
        if (url == null) {
            throw new IllegalArgumentException("there is no " + name + " on the class path");
        }
        return url;
    }
}
