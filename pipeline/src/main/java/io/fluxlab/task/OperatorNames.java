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

    /** One that subscribes to one publisher at a time is told from those that do to several. */
    private static String name(Scannable operator) {
        String name = operator.stepName();
        return name + (SEVERAL.matcher(name).matches() && isOneByOne(operator) ? "(1)" : "");
    }

    /** Once subscribed, some such operators ask for as many as they subscribe to; else, only a field of their own knows. */
    private static boolean isOneByOne(Scannable operator) {
        if (!(operator instanceof Publisher<?>) && operator.scanOrDefault(Scannable.Attr.PREFETCH, 0) == 1) {
            return true;
        }
        try {
            Field atOnce = operator.getClass().getDeclaredField("maxConcurrency");
            atOnce.setAccessible(true);
            return atOnce.getInt(operator) == 1;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false; // Reactor has changed, or is a module that is closed: it is not known
        }
    }

    private static Stream<Scannable> chain(Scannable last) {
        return last.isScanAvailable()
                ? Stream.concat(Stream.of(last), last.parents().map(parent -> (Scannable) parent))
                : Stream.empty();
    }
}
