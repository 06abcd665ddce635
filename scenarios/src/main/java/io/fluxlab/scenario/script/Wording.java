package io.fluxlab.scenario.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import io.fluxlab.parameter.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a schema's errors are called in front of a person. Immutable. */
final class Wording {

    private static final int LONGEST_VALUE = 60;

    private static final Map<String, String> TYPES = Map.of(
            "integer", "a whole number",
            "number", "a number",
            "string", "a text",
            "boolean", "true or false",
            "array", "a list",
            "object", "a map",
            "null", "nothing");

    private final JsonNode schema;
    private final String keys;

    Wording(JsonNode schema, String keys) {
        this.schema = schema;
        this.keys = keys;
    }

    /** The sentence; none where the value is right though the schema does not say so. */
    Optional<String> of(Error error) {
        JsonNode rule = error.getSchemaNode();
        JsonNode value = error.getInstanceNode();
        String was = ", was " + shown(value);
        return switch (error.getKeyword()) {
            case "additionalProperties" -> Optional.of(unknown(error));
            case "required" -> Optional.of("\"" + error.getProperty() + "\" is missing");
            case "type" ->
                hasTextForm(value, rule) && example(error).isEmpty()
                        ? Optional.empty()
                        : Optional.of("must be " + types(rule) + example(error) + was);
            case "enum" ->
                Optional.of("must be one of " + values(rule).collect(Collectors.joining(", ")) + was
                        + near(value.asText(), values(rule).toList()));
            case "minimum" -> Optional.of("must be at least " + rule + was);
            case "exclusiveMinimum" -> Optional.of("must be above " + rule + was);
            case "maximum" -> Optional.of("must be at most " + rule + was);
            case "pattern" -> Optional.of("must match " + rule.asText() + example(error) + was);
            case "propertyNames" ->
                Optional.of("\"%s\" is no name here: it must match %s"
                        .formatted(error.getProperty(), rule.path("pattern").asText()));
            case "minItems", "minProperties" -> Optional.of("must have at least " + rule + ", has " + value.size());
            case "maxItems" -> Optional.of("must have at most " + rule + ", has " + value.size());
            case "uniqueItems" -> Optional.of("must name each only once" + was);
            case "oneOf" ->
                Optional.of("must have exactly one of " + alternatives(rule).collect(Collectors.joining(", ")));
            case "anyOf" ->
                Optional.of("must have at least one of " + alternatives(rule).collect(Collectors.joining(", ")));
            default -> Optional.of(error.getMessage());
        };
    }

    /** Whether what one error calls unknown is what the other one misses. */
    static boolean couldMean(Error unknown, Error missing) {
        List<String> wanted = missing.getKeyword().equals("oneOf")
                ? alternatives(missing.getSchemaNode()).toList()
                : List.of(String.valueOf(missing.getProperty()));
        return Names.nearest(String.valueOf(unknown.getProperty()), wanted).isPresent();
    }

    /** What would be right, where the schema has an example beside the rule. */
    private String example(Error error) {
        String location = error.getSchemaLocation().toString();
        String owner = location.substring(location.indexOf('#') + 1, location.lastIndexOf('/'));
        String examples = values(schema.at(owner).path("examples")).collect(Collectors.joining(" or "));
        return examples.isEmpty() ? "" : ", such as " + examples;
    }

    private String unknown(Error error) {
        String location = error.getSchemaLocation().toString();
        String owner = location.substring(location.indexOf('#') + 1, location.lastIndexOf('/'));
        List<String> known = new ArrayList<>();
        schema.at(owner).path("properties").fieldNames().forEachRemaining(known::add);
        return Mistake.unknown(new Mark("", 1, 1), keys, String.valueOf(error.getProperty()), known)
                .message();
    }

    /** Records may be given as texts: {@code 3-10000} is a range. */
    private static boolean hasTextForm(JsonNode value, JsonNode type) {
        return value.isTextual() && Stream.of("object", "array").anyMatch(type.asText()::equals);
    }

    private static String types(JsonNode rule) {
        Stream<String> ids = rule.isArray() ? values(rule) : Stream.of(rule.asText());
        return ids.map(id -> TYPES.getOrDefault(id, id)).collect(Collectors.joining(" or "));
    }

    private static Stream<String> values(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    private static Stream<String> alternatives(JsonNode rule) {
        return StreamSupport.stream(rule.spliterator(), false)
                .flatMap(each -> values(each.path("required")))
                .distinct();
    }

    private static String near(String given, List<String> known) {
        return Names.nearest(given, known)
                .map(name -> ", did you mean \"" + name + "\"?")
                .orElse("");
    }

    private static String shown(JsonNode value) {
        String text = value.isNull() ? "nothing" : value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 3) + "...";
    }
}
