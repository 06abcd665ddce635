package io.fluxlab.scenario.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What came of scenarios, changed: figure to step to lane to value, as expressions take it. */
final class Worlds {

    private Worlds() {}

    static Map<String, Object> copy(Map<String, Object> world) {
        return Mutation.map(copied(world));
    }

    private static @Nullable Object copied(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(key.toString(), copied(each)));
            return copy;
        } else if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(copied(each)));
            return copy;
        }
        return value;
    }

    /** What one step gave: figure to lane to value. */
    static Map<String, Object> ofStep(Map<String, Object> world, String step) {
        Map<String, Object> figures = new LinkedHashMap<>();
        copy(world).forEach((figure, steps) -> {
            Object lanes = Mutation.map(steps).get(step);
            if (lanes != null) {
                figures.put(figure, lanes);
            }
        });
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("step " + step + " gave nothing");
        }
        return figures;
    }

    /** Lets a step have given this. */
    static void replace(Map<String, Object> world, String step, Map<String, Object> figures) {
        figures.forEach((figure, lanes) -> Mutation.map(world.get(figure)).put(step, lanes));
    }

    /** Lets a lane have given what another one of the step gave. */
    static void swap(Map<String, Object> world, String step, String lane, String other) {
        world.values().forEach(steps -> {
            if (Mutation.map(steps).get(step) instanceof Map<?, ?> lanes && lanes.containsKey(other)) {
                Mutation.map(lanes).put(lane, Objects.requireNonNull(lanes.get(other)));
            }
        });
    }

    /** Lets the values of maps be these, as deep as they go; null takes one away. */
    static void merge(Map<String, Object> into, Map<String, Object> changes) {
        changes.forEach((key, value) -> {
            if (value == null) {
                into.remove(key);
            } else if (value instanceof Map<?, ?> map) {
                merge(Mutation.map(into.computeIfAbsent(key, each -> new LinkedHashMap<>())), Mutation.map(map));
            } else {
                into.put(key, plain(value));
            }
        });
    }

    private static Object plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Worlds::plain).toList();
        }
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }
}
