package io.fluxlab.cli.input;

import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.WorkloadInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A workload's parameters, or a lane's settings, read from their JSON Schema. Immutable. */
public final class ParameterGuide {

    private final List<Entry> entries;

    private ParameterGuide(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * One parameter.
     *
     * @param name what to type before the equals sign
     * @param defaultValue the value where none is typed; empty where there is none
     * @param values which values it takes
     * @param meaning what it is for
     */
    public record Entry(String name, String defaultValue, String values, String meaning) {}

    /** The guide to a workload. */
    public static ParameterGuide to(WorkloadInfo workload) {
        return of(workload.parameters());
    }

    /** The guide to a lane's settings; empty where it has none. */
    public static ParameterGuide to(LaneInfo lane) {
        return of(lane.settings() == null ? Map.of() : lane.settings());
    }

    private static ParameterGuide of(Map<String, ?> schema) {
        List<Entry> entries = new ArrayList<>();
        object(schema.get("properties")).forEach((name, property) -> entries.add(entry(name, object(property))));
        return new ParameterGuide(entries);
    }

    /** In the order in which the workload names them. */
    public List<Entry> entries() {
        return entries;
    }

    /** The parameter of this name. */
    public Optional<Entry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** The parameters' names. */
    public List<String> names() {
        return entries.stream().map(Entry::name).toList();
    }

    private static Entry entry(String name, Map<String, ?> property) {
        boolean none = property.get("default") instanceof Collection<?> values && values.isEmpty();
        return new Entry(name, none ? "" : text(property, "default"), values(property), text(property, "description"));
    }

    private static String values(Map<String, ?> schema) {
        if (schema.get("enum") instanceof List<?> constants) {
            return constants.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return switch (text(schema, "type")) {
            case "integer", "number" -> range(schema);
            case "boolean" -> "true, false";
            case "array" -> "list of " + element(object(schema.get("items")));
            case "object" -> fields(schema);
            default -> "text";
        };
    }

    private static String element(Map<String, ?> items) {
        return items.containsKey("properties") ? fields(items) : values(items);
    }

    private static String fields(Map<String, ?> schema) {
        return "{" + String.join(", ", object(schema.get("properties")).keySet()) + "}";
    }

    private static String range(Map<String, ?> schema) {
        String min = text(schema, "minimum");
        String max = text(schema, "maximum");
        if (min.isEmpty() && max.isEmpty()) {
            return "whole number";
        }
        return max.isEmpty() ? "at least " + min : min.isEmpty() ? "at most " + max : min + " to " + max;
    }

    private static String text(Map<String, ?> schema, String key) {
        Object value = schema.get(key);
        return value == null ? "" : String.valueOf(value);
    }

    private static Map<String, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()),
                                Map.Entry::getValue,
                                (first, second) -> first,
                                LinkedHashMap::new))
                : Map.of();
    }
}
