package io.fluxlab.scenario.script;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A YAML document that was held against a JSON Schema (draft 2020-12), for whoever has settings in a file. Immutable. */
public final class CheckedYaml {

    private final Map<String, Object> values;
    private final Map<String, Mark> places;

    private CheckedYaml(Map<String, Object> values, Map<String, Mark> places) {
        this.values = values;
        this.places = places;
    }

    /**
     * Reads a text.
     *
     * @param file what it is called, for messages
     * @param schema as plain values
     * @throws WrongScriptException naming everything that is wrong, with line and column, and with the key whose value it is
     */
    public static CheckedYaml read(String file, String text, Map<String, Object> schema) {
        YamlTree tree = YamlTree.parse(file, text);
        Object plain = tree.plain() == null ? Map.of() : tree.plain();
        List<Mistake> mistakes = new ShapeCheck(schema, "key").check(plain, tree, "");
        Map<String, Mark> keys = places(plain, tree::key);
        if (!mistakes.isEmpty()) {
            throw new WrongScriptException(mistakes.stream()
                    .map(mistake -> ofKey(mistake, keys))
                    .sorted(Comparator.comparing(Mistake::mark))
                    .toList());
        }
        return new CheckedYaml(Plain.map(plain), places(plain, tree::value));
    }

    private static Map<String, Mark> places(Object plain, Function<String, Mark> place) {
        Map<String, Mark> places = new LinkedHashMap<>();
        if (plain instanceof Map<?, ?> map) {
            map.keySet()
                    .forEach(key -> places.put(
                            String.valueOf(key),
                            place.apply(
                                    "/" + String.valueOf(key).replace("~", "~0").replace("/", "~1"))));
        }
        return places;
    }

    /** A mistake behind a key is about the value of the last key before it. */
    private static Mistake ofKey(Mistake mistake, Map<String, Mark> keys) {
        return keys.entrySet().stream()
                .filter(key -> key.getValue().compareTo(mistake.mark()) <= 0)
                .max(Map.Entry.comparingByValue())
                .filter(key -> key.getValue().compareTo(mistake.mark()) < 0)
                .map(key -> new Mistake(mistake.mark(), key.getKey() + " " + mistake.message()))
                .orElse(mistake);
    }

    /** Maps, lists, texts, numbers and truths, by key. */
    public Map<String, Object> values() {
        return values;
    }

    /** Where the value of one of the keys stands. */
    public Mark place(String key) {
        Mark place = places.get(key);
        if (place == null) {
            throw new IllegalArgumentException("no such key: " + key);
        }
        return place;
    }
}
