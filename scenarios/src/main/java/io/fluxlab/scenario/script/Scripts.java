package io.fluxlab.scenario.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxlab.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The scripts that come with Fluxlab. Stateless; thread-safe. */
public final class Scripts {

    private static final ScriptFolder LECTURE = new ScriptFolder("scenarios/");
    private static final ScriptFolder TRAPS = new ScriptFolder("scenarios/traps/");

    private Scripts() {}

    /** The names of those that show the lecture, in its order. */
    public static List<String> names() {
        return headings().stream().map(Heading::name).toList();
    }

    /** What these are about, in the lecture's order. */
    public static List<Heading> headings() {
        return LECTURE.headings().stream().sorted(LectureOrder.ORDER).toList();
    }

    /** The names of those that rebuild a public report. */
    public static List<String> trapNames() {
        return TRAPS.names();
    }

    /** What these are about, by name. */
    public static List<Heading> trapHeadings() {
        return TRAPS.headings();
    }

    /**
     * The script of this name, of either kind.
     *
     * @throws WrongScriptException where it asks for what the reader's lab does not have
     */
    public static Scenario read(String name, ScriptReader reader) {
        return (TRAPS.has(name) ? TRAPS : LECTURE).read(name, reader);
    }

    /** The JSON Schema of scripts, as text. */
    public static String schemaText() {
        return ScriptFolder.text(ScriptFolder.SCHEMA);
    }

    static JsonNode schema() {
        try {
            return new JsonMapper().readTree(schemaText());
        } catch (IOException e) {
            throw new UncheckedIOException("the schema of scripts is no JSON", e);
        }
    }
}
