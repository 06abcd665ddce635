package io.fluxlab.cli.setting;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.scenario.script.CheckedYaml;
import io.fluxlab.scenario.script.Mark;
import io.fluxlab.scenario.script.Mistake;
import io.fluxlab.scenario.script.WrongScriptException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A file of settings, in YAML, which its schema describes. Stateless. */
final class SettingsFile {

    private static final String SCHEMA = "serve.schema.json";
    private static final long MOST_BYTES = 1 << 20;

    private SettingsFile() {}

    /**
     * A setting.
     *
     * @param value as an option would be given it
     */
    record Entry(String key, String value, Mark place) {}

    /**
     * The settings.
     *
     * @param origin what named the file
     * @throws UsageException naming everything that is wrong with the file, with line and column
     */
    static List<Entry> read(Path file, String origin) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UsageException(
                        "%s must be at most %d bytes long, was %d".formatted(file, MOST_BYTES, Files.size(file)));
            }
            return entries(CheckedYaml.read(file.toString(), Files.readString(file), schema()));
        } catch (WrongScriptException e) {
            throw new UsageException(
                    e.mistakes().stream().map(Mistake::toString).toList());
        } catch (NoSuchFileException e) {
            throw new UsageException(origin + ": no such file: " + file);
        } catch (IOException e) {
            throw new UsageException(origin + ": " + file + " can't be read: " + e.getMessage());
        }
    }

    private static List<Entry> entries(CheckedYaml document) {
        return document.values().entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), text(entry.getValue()), document.place(entry.getKey())))
                .toList();
    }

    private static String text(Object value) {
        return value instanceof Collection<?> all
                ? all.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }

    /** The schema, as plain values. */
    static Map<String, Object> schema() {
        try (InputStream schema = Objects.requireNonNull(SettingsFile.class.getResourceAsStream(SCHEMA), SCHEMA)) {
            return new JsonMapper().readValue(schema, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
