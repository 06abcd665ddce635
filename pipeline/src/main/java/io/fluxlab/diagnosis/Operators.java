package io.fluxlab.diagnosis;

import java.util.Set;

/** Reactor's operators by what they do to the order of what they subscribe to. Stateless. */
public final class Operators {

    private static final Set<String> IN_ORDER = Set.of(
            "concatMap",
            "concatMapNoPrefetch",
            "concatMapIterable",
            "filterWhen",
            "concatArray",
            "concatIterable",
            "concat");

    private Operators() {}

    /** Whether it subscribes to the next publisher when the one before has ended. */
    public static boolean keepsOrder(String operator) {
        return IN_ORDER.contains(operator);
    }
}
