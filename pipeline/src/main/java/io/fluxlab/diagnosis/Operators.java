package io.fluxlab.diagnosis;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reactor's operators by what they do to the order of what they subscribe to, and to its thread. Stateless. */
public final class Operators {

    private static final Set<String> IN_ORDER = Set.of(
            "delayUntil",
            "flatMap(1)",
            "mergeSequential(1)",
            "merge(1)",
            "concatMap",
            "concatMapIterable",
            "filterWhen",
            "concatArray",
            "concatIterable",
            "concat");

    private static final Set<String> ONTO_A_SCHEDULER =
            Set.of("publishOn", "subscribeOn", "subscribeOnCallable", "subscribeOnValue", "runOn");

    private static final Pattern SOURCE = Pattern.compile("source\\((?:Flux|Mono)(\\w)(\\w*)\\)(.*)");

    private Operators() {}

    /** Whether all that it waits for is a thread of the scheduler that it was given: neither a time nor somebody's answer. */
    static boolean leadsOntoAScheduler(String operator) {
        return ONTO_A_SCHEDULER.contains(operator);
    }

    /** Whether it subscribes to the next publisher when the one before has ended. */
    public static boolean keepsOrder(String operator) {
        return IN_ORDER.contains(name(operator));
    }

    /** What an operator is called that Reactor calls by its class, as in {@code source(FluxConcatArray)}. */
    public static String name(String operator) {
        Matcher source = SOURCE.matcher(operator);
        return source.matches()
                ? source.group(1).toLowerCase(Locale.ROOT) + source.group(2) + source.group(3)
                : operator;
    }
}
