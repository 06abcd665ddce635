package io.fluxlab.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {

    enum Way {
        BY_LAND,
        BY_SEA
    }

    record Stop(
            @Param("its name") String name,

            @Param(value = "nights there", min = 0) @Nullable
            Integer nights) {}

    record Journey(
            @Param("how") Way way,
            @Param(value = "where", min = 1, max = 9) List<Stop> stops,
            @Param("whether it pays") boolean paid,
            @Param("the rest") Map<String, Object> rest) {}

    record Untold(int tasks) {}

    record Impossible(@Param("when") Instant when) {}

    @Test
    void describesEveryTypeInTheOrderOfTheRecord() {
        Map<String, Object> schema = Schema.of("a journey", Journey.class).jsonSchema();

        assertThat(schema)
                .containsEntry("type", "object")
                .containsEntry("additionalProperties", false)
                .containsEntry("required", List.of("way", "stops", "paid", "rest"));
        assertThat(properties(schema).keySet()).containsExactly("way", "stops", "paid", "rest");
        assertThat(properties(schema).get("way"))
                .isEqualTo(Map.of("type", "string", "enum", List.of("by-land", "by-sea"), "description", "how"));
        assertThat(properties(schema).get("paid")).containsEntry("type", "boolean");
        assertThat(properties(schema).get("rest")).containsEntry("type", "object");
        assertThat(properties(schema).get("stops"))
                .containsEntry("type", "array")
                .containsEntry("minItems", 1L)
                .containsEntry("maxItems", 9L);
    }

    @Test
    void describesAnObjectInsideAList() {
        Map<String, Object> stops =
                properties(Schema.of("a journey", Journey.class).jsonSchema()).get("stops");

        @SuppressWarnings("unchecked")
        Map<String, Object> stop = (Map<String, Object>) stops.get("items");
        assertThat(stop).containsEntry("required", List.of("name"));
        assertThat(properties(stop).get("nights"))
                .isEqualTo(Map.of("type", "integer", "minimum", 0L, "description", "nights there"));
    }

    @Test
    void namesDefaultsAsTheyAreGiven() {
        Journey defaults = new Journey(Way.BY_SEA, List.of(new Stop("Oslo", null)), true, Map.of("a", 1));

        Map<String, Object> schema = Schema.withDefaults("journey", defaults).jsonSchema();

        assertThat(schema).doesNotContainKey("required");
        assertThat(properties(schema).get("way")).containsEntry("default", "by-sea");
        assertThat(properties(schema).get("stops")).containsEntry("default", List.of(Map.of("name", "Oslo")));
    }

    @Test
    void aRecordThatCannotBeDescribedIsRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schema.of("untold", Untold.class))
                .withMessageContaining("tasks")
                .withMessageContaining("has no @Param");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schema.of("impossible", Impossible.class))
                .withMessageContaining("java.time.Instant");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> properties(Map<String, Object> schema) {
        return (Map<String, Map<String, Object>>) schema.get("properties");
    }
}
