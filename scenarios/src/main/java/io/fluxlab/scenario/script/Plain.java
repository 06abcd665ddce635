package io.fluxlab.scenario.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values as what they should be; what they are not is empty, for another check to complain about. */
final class Plain {

    private Plain() {}

    static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, part) -> {
                if (part != null) {
                    map.put(String.valueOf(key), part);
                }
            });
        }
        return map;
    }

    /** The elements by their index. */
    static Map<Integer, Object> list(@Nullable Object value) {
        Map<Integer, Object> elements = new LinkedHashMap<>();
        if (value instanceof List<?> given) {
            for (int i = 0; i < given.size(); i++) {
                Object element = given.get(i);
                if (element != null) {
                    elements.put(i, element);
                }
            }
        }
        return elements;
    }

    /** The first map with the second one's values over its own, maps in maps likewise. */
    static Map<String, Object> merged(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> merged = new LinkedHashMap<>(below);
        above.forEach((key, value) -> merged.merge(
                key,
                value,
                (old, young) -> old instanceof Map && young instanceof Map ? merged(map(old), map(young)) : young));
        return merged;
    }
}
