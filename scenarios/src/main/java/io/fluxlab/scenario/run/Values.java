package io.fluxlab.scenario.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Items as expressions take them, which is as they would travel, whether the lab is here or elsewhere. Thread-safe. */
final class Values {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Values() {}

    /** A whole number that fits as {@link Long}, a larger one as its digits; fields without a value are left out. */
    static Object of(Object item) {
        return switch (item) {
            case Integer number -> number.longValue();
            case Long number -> number;
            case String text -> text;
            case Boolean truth -> truth;
            default -> plain(MAPPER.valueToTree(item));
        };
    }

    private static Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                node.properties().forEach(field -> {
                    if (!field.getValue().isNull()) {
                        map.put(field.getKey(), plain(field.getValue()));
                    }
                });
                yield map;
            }
            case ARRAY -> {
                List<Object> list = new ArrayList<>(node.size());
                node.forEach(element -> list.add(plain(element)));
                yield list;
            }
            case NUMBER -> number(node);
            case BOOLEAN -> node.booleanValue();
            case NULL -> NullValue.NULL_VALUE;
            case STRING, BINARY, MISSING, POJO -> node.asText();
        };
    }

    private static Object number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return node.doubleValue();
        } else if (node.canConvertToLong()) {
            return node.longValue();
        }
        return node.asText();
    }
}
