package io.fluxlab.trail;

import java.util.concurrent.atomic.AtomicInteger;
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

    private static final AtomicInteger WATCHERS = new AtomicInteger();

    private ScheduleHook() {}

    /** Without a lock where somebody watches already: runs acquire it for all their tasks, and each task once more. */
    static void acquire() {
        if (WATCHERS.getAndUpdate(count -> count > 0 ? count + 1 : 0) == 0) {
            change(1);
        }
    }

    static void release() {
        if (WATCHERS.getAndUpdate(count -> count > 1 ? count - 1 : count) == 1) {
            change(-1);
        }
    }

    /** Where it may be the first that comes, or the last that goes. */
    private static synchronized void change(int by) {
        int before = WATCHERS.getAndAdd(by);
        if (before == 0) {
            Schedulers.onScheduleHook(KEY, ScheduleHook::follow);
        } else if (before + by == 0) {
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
