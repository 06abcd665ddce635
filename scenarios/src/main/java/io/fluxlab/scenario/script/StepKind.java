package io.fluxlab.scenario.script;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a step of a script can do, by the key that says so. */
enum StepKind {
    RUN,
    COMPARE,
    EXPLAIN;

    /** The key. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first that a step has; empty where it has none, which its schema forbids. */
    static Optional<StepKind> of(Map<String, Object> step) {
        return Stream.of(values()).filter(kind -> step.containsKey(kind.key())).findFirst();
    }
}
