package io.fluxlab.lab;

import io.fluxlab.lane.LaneFamily;
import io.fluxlab.parameter.Schema;
import java.util.Map;

/** A family of lanes beside the schema of its settings. Immutable. */
record KnownFamily<S extends Record>(LaneFamily<S> family, Schema<S> schema) {

    static <S extends Record> KnownFamily<S> of(LaneFamily<S> family) {
        return new KnownFamily<>(family, Schema.withDefaults("the lane " + family.name(), family.settings()));
    }

    /** The lane that a request names with a text in which there are these settings. */
    ConfiguredLane lane(String text, Map<String, Object> settings) {
        return ConfiguredLane.of(text, family, schema.read(settings));
    }
}
