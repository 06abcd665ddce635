package io.fluxlab.task;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.Scannable;

/** What Reactor's operators that a task waits for are called. Stateless. */
final class OperatorNames {

    private static final int MOST = 10;

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
        boolean isOneByOne = operator.scanOrDefault(Scannable.Attr.PREFETCH, 0) == 1;
        return operator.stepName() + (isOneByOne && operator.stepName().startsWith("flatMap") ? "(1)" : "");
    }

    private static Stream<Scannable> chain(Scannable last) {
        return last.isScanAvailable()
                ? Stream.concat(Stream.of(last), last.parents().map(parent -> (Scannable) parent))
                : Stream.empty();
    }
}
