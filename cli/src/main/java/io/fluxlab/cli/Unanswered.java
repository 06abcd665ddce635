package io.fluxlab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.wire.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A scenario as it travels, without what would give an answer away. */
final class Unanswered {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Unanswered() {}

    static JsonNode of(Scenario scenario) {
        JsonNode tree = tree(scenario);
        remove(tree, List.of("expectations"));
        remove(tree.path("explanation"), List.of("shows"));
        remove(tree.path("sample"), List.of("fixed"));
        tree.path("originals").forEach(twin -> remove(twin, List.of("differences")));
        tree.path("questions").forEach(question -> {
            remove(question.path("form"), List.of("value"));
            question.path("form").path("all").forEach(choice -> remove(choice, List.of("when")));
        });
        return tree;
    }

    private static void remove(JsonNode node, List<String> fields) {
        if (node instanceof ObjectNode object) {
            object.remove(fields);
        }
    }

    private static JsonNode tree(Scenario scenario) {
        try {
            return MAPPER.readTree(WireFormat.JSON.write(scenario));
        } catch (IOException e) {
            throw new UncheckedIOException("a scenario that was written as JSON can't be read: " + scenario.name(), e);
        }
    }
}
