package io.fluxlab.diagnosis;

import java.util.Set;

/** Reactor's operators by what they do to the order of what they subscribe to, and to its thread. Stateless. */
public final class Operators {

    private static final Set<String> IN_ORDER = Set.of(
            "concatMap",
            "concatMapNoPrefetch",
            "concatMapIterable",
            "filterWhen",
            "concatArray",
            "concatIterable",
            "concat");

    private static final Set<String> ONTO_A_SCHEDULER =
            Set.of("publishOn", "subscribeOn", "subscribeOnCallable", "subscribeOnValue", "runOn");

    private Operators() {}

    /** Whether all that it waits for is a thread of the scheduler that it was given: neither a time nor somebody's answer. */
    static boolean leadsOntoAScheduler(String operator) {
        return ONTO_A_SCHEDULER.contains(operator);
    }

    /** Whether it subscribes to the next publisher when the one before has ended. */
    public static boolean keepsOrder(String operator) {
        return IN_ORDER.contains(operator);
    }
}
