package io.fluxlab.scenario.script;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A YAML document that was held against a JSON Schema (draft 2020-12), for whoever has settings in a file. Immutable.
 *
 * @param values maps, lists, texts, numbers and truths
 */
public record CheckedYaml(Map<String, Object> values) {

    /**
     * Reads a text.
     *
     * @param file what it is called, for messages
     * @param schema as plain values
     * @throws WrongScriptException naming everything that is wrong, with line and column
     */
    public static CheckedYaml read(String file, String text, Map<String, Object> schema) {
        YamlTree tree = YamlTree.parse(file, text);
        Object plain = tree.plain() == null ? Map.of() : tree.plain();
        List<Mistake> mistakes = new ShapeCheck(schema, "key").check(plain, tree, "");
        if (!mistakes.isEmpty()) {
            throw new WrongScriptException(mistakes.stream()
                    .sorted(Comparator.comparing(Mistake::mark))
                    .toList());
        }
        return new CheckedYaml(Plain.map(plain));
    }
}
