package io.fluxlab.parameter;

import io.fluxlab.parameter.FieldType.Choice;
import io.fluxlab.parameter.FieldType.Decimal;
import io.fluxlab.parameter.FieldType.Free;
import io.fluxlab.parameter.FieldType.ListOf;
import io.fluxlab.parameter.FieldType.Nested;
import io.fluxlab.parameter.FieldType.Text;
import io.fluxlab.parameter.FieldType.Truth;
import io.fluxlab.parameter.FieldType.Whole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields as JSON Schema, draft 2020-12. */
final class JsonSchema {

    private JsonSchema() {}

    static Map<String, Object> of(List<Field> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach(field -> properties.put(field.name(), property(field)));
        List<String> required = fields.stream()
                .filter(field -> field.required() && field.unless().isEmpty())
                .map(Field::name)
                .toList();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> property(Field field) {
        Map<String, Object> property = new LinkedHashMap<>(of(field.type()));
        property.put("description", field.description());
        Object value = field.defaultValue();
        if (value != null) {
            property.put("default", Schema.plain(value));
        }
        return property;
    }

    private static Map<String, Object> of(FieldType type) {
        return switch (type) {
            case Whole whole -> bounded("integer", "minimum", whole.min(), "maximum", whole.max());
            case Decimal decimal -> bounded(decimal);
            case Truth ignored -> Map.of("type", "boolean");
            case Text text -> bounded("string", "minLength", Long.MIN_VALUE, "maxLength", text.max());
            case Choice choice -> {
                Map<String, Object> schema = new LinkedHashMap<>();
                schema.put("type", "string");
                schema.put("enum", choice.ids());
                yield schema;
            }
            case Nested nested -> of(nested.schema().fields());
            case ListOf list -> {
                Map<String, Object> schema = bounded("array", "minItems", list.min(), "maxItems", list.max());
                schema.put("items", of(list.element()));
                yield schema;
            }
            case Free ignored -> Map.of("type", "object");
        };
    }

    private static Map<String, Object> bounded(Decimal decimal) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "number");
        if (Double.isFinite(decimal.min())) {
            schema.put("minimum", Schema.plain(decimal.min()));
        }
        if (Double.isFinite(decimal.max())) {
            schema.put("maximum", Schema.plain(decimal.max()));
        }
        return schema;
    }

    private static Map<String, Object> bounded(String type, String minName, long min, String maxName, long max) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        if (min != Long.MIN_VALUE && min != Integer.MIN_VALUE) {
            schema.put(minName, min);
        }
        if (max != Long.MAX_VALUE && max != Integer.MAX_VALUE) {
            schema.put(maxName, max);
        }
        return schema;
    }
}
