package io.fluxlab.run;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Something lossless that waits in the {@link Outlet}. Its methods are called by one thread at a time. */
interface Pending {

    /** The next event, numbered {@code seq}; null where there is nothing to say any more. */
    @Nullable
    RunEvent next(long seq);

    /** Whether {@link #next} has said everything. */
    boolean isExhausted();

    /** Whether nothing can come after this. */
    default boolean isLast() {
        return false;
    }

    /** One event. */
    static Pending of(LongFunction<@Nullable RunEvent> event) {
        return new Once(event, false);
    }

    /** One event, and the end of all. */
    static Pending last(LongFunction<@Nullable RunEvent> event) {
        return new Once(event, true);
    }

    /** No event, but something to do in its turn. */
    static Pending silent(Runnable action) {
        return new Once(
                seq -> {
                    action.run();
                    return null;
                },
                false);
    }

    /** Has its say once. */
    record Once(LongFunction<@Nullable RunEvent> event, boolean isLast) implements Pending {
        @Override
        public @Nullable RunEvent next(long seq) {
            return event.apply(seq);
        }

        @Override
        public boolean isExhausted() {
            return true;
        }
    }
}
