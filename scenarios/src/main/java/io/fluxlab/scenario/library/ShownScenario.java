package io.fluxlab.scenario.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.original.Originals;
import io.fluxlab.wire.WireFormat;
import io.fluxlab.wording.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A scenario as it travels, as much of it as is wanted. Not thread-safe. */
public final class ShownScenario {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> LANGUAGES =
            Arrays.stream(Language.values()).map(Language::code).collect(Collectors.toSet());

    private final JsonNode tree;

    private ShownScenario(JsonNode tree) {
        this.tree = tree;
    }

    /** All of a scenario, with its answers. */
    public static ShownScenario of(Scenario scenario) {
        try {
            return new ShownScenario(MAPPER.readTree(WireFormat.JSON.write(scenario)));
        } catch (IOException e) {
            throw new UncheckedIOException("a scenario that was written as JSON can't be read: " + scenario.name(), e);
        }
    }

    /** With the text of the programs that it stands beside, and what CPython printed. */
    public ShownScenario withCode() {
        tree.path("originals").forEach(twin -> {
            if (twin instanceof ObjectNode shown) {
                String python = shown.path("python").asText();
                String java = shown.path("java").asText();
                shown.put("pythonCode", Originals.python(python));
                shown.put("javaCode", Originals.java(java));
                Originals.recording(python).ifPresent(recording -> shown.set("printed", MAPPER.valueToTree(recording)));
            }
        });
        return this;
    }

    /** Without what would give an answer away. */
    public ShownScenario withoutAnswers() {
        remove(tree, List.of("expectations"));
        remove(tree.path("explanation"), List.of("shows"));
        remove(tree.path("sample"), List.of("fixed"));
        tree.path("originals").forEach(twin -> remove(twin, List.of("differences", "printed")));
        tree.path("questions").forEach(question -> {
            remove(question.path("form"), List.of("value"));
            question.path("form").path("all").forEach(choice -> remove(choice, List.of("when")));
        });
        return this;
    }

    /** With each text in this language alone, where it is in it. */
    public ShownScenario in(@Nullable Language language) {
        if (language != null) {
            keep(tree, language.code());
        }
        return this;
    }

    private static void keep(JsonNode node, String code) {
        if (node instanceof ObjectNode text && text.has(code) && isText(text)) {
            text.retain(code);
        } else {
            node.forEach(child -> keep(child, code));
        }
    }

    private static boolean isText(ObjectNode node) {
        return node.properties().stream().allMatch(field -> LANGUAGES.contains(field.getKey()));
    }

    private static void remove(JsonNode node, List<String> fields) {
        if (node instanceof ObjectNode object) {
            object.remove(fields);
        }
    }

    /** For a writer of JSON. */
    public JsonNode json() {
        return tree;
    }

    /** As plain values. */
    public Map<String, Object> fields() {
        return WireFormat.JSON.readFields(WireFormat.JSON.write(tree));
    }
}
