package io.fluxlab.task;

import java.lang.reflect.Field;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Scannable;

/** What Reactor's operators that a task waits for are called. Stateless. */
final class OperatorNames {

    private static final int MOST = 10;

    /** Those that are told to how many they may subscribe. */
    private static final Pattern SEVERAL = Pattern.compile("flatMap\\w*|merge\\w*|source\\(FluxMerge\\w*\\)");

    private OperatorNames() {}

    /**
     * Those that lead to what is subscribed, the last one first, and behind them those of a publisher; none where they are not
     * Reactor's.
     */
    static List<String> of(@Nullable Object upstream, @Nullable Object publisher) {
        return Stream.concat(chain(Scannable.from(upstream)), chain(Scannable.from(publisher)))
                .limit(MOST)
                .map(OperatorNames::name)
                .toList();
    }

    /**
     * One that subscribes to one publisher at a time is told from those that do to several; and what Reactor makes of others is
     * called what its user has called it.
     */
    private static String name(Scannable operator) {
        String name = operator.stepName();
        if (name.equals("concatMapNoPrefetch")) {
            return ofConcatMap(field(operator, "mapper"));
        }
        return name + (SEVERAL.matcher(name).matches() && isOneByOne(operator) ? "(1)" : "");
    }

    /** Reactor's {@code concatMap} is two operators, and what others of its methods are made of. */
    private static String ofConcatMap(@Nullable Object mapper) {
        if (isReactors(mapper)) {
            return isReactors(field(mapper, "arg$1")) ? "delayElements" : "delayUntil";
        }
        return "concatMap";
    }

    /** Once subscribed, some such operators ask for as many as they subscribe to; else, only a field of their own knows. */
    private static boolean isOneByOne(Scannable operator) {
        if (!(operator instanceof Publisher<?>) && operator.scanOrDefault(Scannable.Attr.PREFETCH, 0) == 1) {
            return true;
        }
        return Integer.valueOf(1).equals(field(operator, "maxConcurrency"));
    }

    private static boolean isReactors(@Nullable Object function) {
        return function != null && function.getClass().getName().startsWith("reactor.core.");
    }

    /** Null where Reactor has changed, or is a module that is closed: it is not known. */
    private static @Nullable Object field(@Nullable Object owner, String name) {
        try {
            if (owner == null) {
                return null;
            }
            Field field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(owner);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    private static Stream<Scannable> chain(Scannable last) {
        return last.isScanAvailable()
                ? Stream.concat(Stream.of(last), last.parents().map(parent -> (Scannable) parent))
                : Stream.empty();
    }
}
