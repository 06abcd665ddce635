package io.fluxlab.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a broken implementation would have given in place of some items.
 *
 * @param figure results, or another figure that is a list
 * @param lane whose items; null is those of every lane
 * @param where which items, in CEL, with {@code m} the item and {@code i} its index; null is every one
 * @param set what they are instead: a whole item in CEL, or some of its fields, a text in CEL, anything else as it stands
 * @param drop whether they are missing instead
 * @param twice whether they come twice instead
 * @param reversed whether all of the lane come in the opposite order
 */
record ItemEdit(
        String figure,
        @Nullable String lane,
        @Nullable String where,
        @Nullable Object set,
        boolean drop,
        boolean twice,
        boolean reversed) {
    private static final Cel CEL = CelFactory.plannerCelBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("m", SimpleType.DYN)
            .addVar("i", SimpleType.INT)
            .build();

    static ItemEdit of(Map<String, Object> edit) {
        assertThat(List.of("figure", "lane", "where", "set", "drop", "twice", "reversed"))
                .containsAll(edit.keySet());
        return new ItemEdit(
                edit.getOrDefault("figure", "results").toString(),
                (String) edit.get("lane"),
                (String) edit.get("where"),
                edit.get("set"),
                Boolean.TRUE.equals(edit.get("drop")),
                Boolean.TRUE.equals(edit.get("twice")),
                Boolean.TRUE.equals(edit.get("reversed")));
    }

    void apply(Map<String, Object> world, String step) {
        var lanes = Mutation.map(Mutation.map(world.get(figure)).get(step));
        assertThat(lane == null || lanes.containsKey(lane)).as("lane %s", lane).isTrue();
        lanes.replaceAll((name, items) -> lane == null || lane.equals(name) ? edited((List<?>) items) : items);
    }

    private List<Object> edited(List<?> items) {
        List<Object> edited = new ArrayList<>();
        int met = 0;
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            boolean meant = where == null || Boolean.TRUE.equals(value(where, item, i));
            met += meant ? 1 : 0;
            if (!meant || !drop) {
                edited.add(meant ? changed(item, i) : item);
            }
            if (meant && twice) {
                edited.add(item);
            }
        }
        assertThat(met).as("items where %s", where).isPositive();
        if (reversed) {
            Collections.reverse(edited);
        }
        return edited;
    }

    private Object changed(Object item, int index) {
        if (set instanceof Map<?, ?> fields) {
            Map<String, Object> copy = new LinkedHashMap<>(Mutation.map(item));
            Worlds.merge(copy, evaluated(fields, item, index));
            return copy;
        }
        return set == null ? item : value(set.toString(), item, index);
    }

    private static Map<String, Object> evaluated(Map<?, ?> fields, Object item, int index) {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((name, value) -> values.put(
                name.toString(),
                value instanceof Map<?, ?> deeper
                        ? evaluated(deeper, item, index)
                        : value instanceof String source ? value(source, item, index) : value));
        return values;
    }

    private static Object value(String source, Object item, int index) {
        try {
            return CEL.createProgram(CEL.compile(source).getAst()).eval(Map.of("m", item, "i", (long) index));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
        }
    }
}
