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
        return new Once(event);
    }

    /** No event, but something to do in its turn. */
    static Pending silent(Runnable action) {
        return new Once(seq -> {
            action.run();
            return null;
        });
    }

    /** The end of all: first what conflated events still wait, then the event that is made knowing of them. */
    static Pending last(Conflated conflated, Conflated.Draft event) {
        return new Last(conflated, event);
    }

    /** One event, or one action, and nothing after it. */
    record Once(LongFunction<@Nullable RunEvent> event) implements Pending {
        @Override
        public @Nullable RunEvent next(long seq) {
            return event.apply(seq);
        }

        @Override
        public boolean isExhausted() {
            return true;
        }
    }

    /** See {@link Pending#last}. */
    final class Last implements Pending {
        private final Conflated conflated;
        private final Conflated.Draft event;
        private boolean said;

        private Last(Conflated conflated, Conflated.Draft event) {
            this.conflated = conflated;
            this.event = event;
        }

        @Override
        public @Nullable RunEvent next(long seq) {
            RunEvent waiting = conflated.poll(seq);
            if (waiting != null) {
                return waiting;
            }
            said = true;
            return event.event(seq, conflated.replaced());
        }

        @Override
        public boolean isExhausted() {
            return said;
        }

        @Override
        public boolean isLast() {
            return said;
        }
    }
}
