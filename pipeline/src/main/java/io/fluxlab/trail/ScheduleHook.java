package io.fluxlab.trail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.core.scheduler.Schedulers;

/**
 * Follows what is watched through Reactor's schedulers, as long as somebody watches: the hook is there for the whole JVM, and
 * gone when nobody does. Thread-safe.
 */
final class ScheduleHook {

    private static final String KEY = "fluxlab-hops";

    private static final Pattern OPERATOR =
            Pattern.compile("reactor\\.core\\.publisher\\.(?:Flux|Mono|Parallel)?(\\w+?)(?:Callable|Value)?(?:\\$.*)?");

    private static final ClassValue<String> OPERATORS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return operator(type.getName());
        }
    };

    private static int watchers;

    private ScheduleHook() {}

    static synchronized void acquire() {
        if (watchers++ == 0) {
            Schedulers.onScheduleHook(KEY, ScheduleHook::follow);
        }
    }

    static synchronized void release() {
        if (--watchers == 0) {
            Schedulers.resetOnScheduleHook(KEY);
        }
    }

    private static Runnable follow(Runnable work) {
        Runnable followed = HopTrace.follow(work, OPERATORS::get);
        return followed == null ? work : followed;
    }

    /** The operator that has this class, or a class in it: {@code publishOn}. */
    static String operator(String className) {
        Matcher matcher = OPERATOR.matcher(className);
        return matcher.matches()
                ? Character.toLowerCase(matcher.group(1).charAt(0))
                        + matcher.group(1).substring(1)
                : "schedule";
    }
}
