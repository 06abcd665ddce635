package io.fluxlab.trace;

import org.jspecify.annotations.Nullable;

/**
 * Makes marks of what the thread that calls does. Thread-safe: the threads that a body starts call it, too. Where nobody asked
 * for a trace it does nothing; who would have to prepare a mark, or comes past a million times a second, asks {@link #isOn}
 * first. What is more than is kept is counted and dropped.
 */
public interface Tracer {

    /** Keeps nothing. */
    Tracer NONE = new Tracer() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public void mark(TraceMark.Kind kind, @Nullable String name, @Nullable String value) {}
    };

    /** Whether marks are kept at all. */
    boolean isOn();

    /** This thread does so now. */
    void mark(TraceMark.Kind kind, @Nullable String name, @Nullable String value);

    /** This thread runs. */
    default void running() {
        mark(TraceMark.Kind.RUNNING, null, null);
    }

    /** This thread runs what is called so, one of several that take turns on it. */
    default void running(String what) {
        mark(TraceMark.Kind.RUNNING, what, null);
    }

    /** This thread sleeps, or makes another call that blocks. */
    default void sleeping() {
        mark(TraceMark.Kind.SLEEPING, null, null);
    }

    /** This thread waits for a lock. */
    default void waitingFor(String lock) {
        mark(TraceMark.Kind.WAITING, lock, null);
    }

    /** This thread has got a lock. */
    default void holding(String lock) {
        mark(TraceMark.Kind.HOLDING, lock, null);
    }

    /** This thread lets a lock go. */
    default void released(String lock) {
        mark(TraceMark.Kind.RELEASED, lock, null);
    }

    /** This thread lets a lock go, which the thread of this name has next. */
    default void handedOver(String lock, String to) {
        mark(TraceMark.Kind.HANDED_OVER, lock, to);
    }

    /** This thread has read a variable. */
    default void read(String variable, long value) {
        mark(TraceMark.Kind.READ, variable, Long.toString(value));
    }

    /** This thread has written a variable. */
    default void wrote(String variable, long value) {
        mark(TraceMark.Kind.WROTE, variable, Long.toString(value));
    }

    /**
     * Takes over marks that were made of this in another process.
     *
     * @param kept their times count from a moment that this process knows
     * @param sinceNanos how long ago that moment is
     */
    default void adopt(TraceLog.Kept kept, long sinceNanos) {}

    /** This thread does nothing more, or nothing until its next mark. */
    default void ended() {
        mark(TraceMark.Kind.ENDED, null, null);
    }
}
