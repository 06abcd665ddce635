package io.fluxlab.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that a thread did. Immutable. The wire's form is the record's own.
 *
 * @param atNanos when, in nanoseconds since the run's start
 * @param thread the thread's name
 * @param kind what it did
 * @param name of the lock or variable, or of what runs on the thread; null where there is none
 * @param value what was read or written, or the thread that a lock was handed to; null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TraceMark(
        long atNanos,
        String thread,
        Kind kind,
        @Nullable String name,
        @Nullable String value) {

    /** This mark, made at another time. */
    TraceMark at(long nanos) {
        return new TraceMark(nanos, thread, kind, name, value);
    }

    /** This mark, made by a thread of another name. */
    TraceMark of(String otherThread) {
        return new TraceMark(atNanos, otherThread, kind, name, value);
    }

    /** What a thread can do. */
    public enum Kind {
        /** It runs, from now on; {@code name} says what, where several things take turns on it. */
        @JsonProperty("running")
        RUNNING,
        /** It sleeps, or is in another call that blocks, from now on. */
        @JsonProperty("sleeping")
        SLEEPING,
        /** It waits for the lock {@code name}, from now on. */
        @JsonProperty("waiting")
        WAITING,
        /** It has got the lock {@code name}, and runs. */
        @JsonProperty("holding")
        HOLDING,
        /** It lets the lock {@code name} go, and nobody has waited for it. */
        @JsonProperty("released")
        RELEASED,
        /** It lets the lock {@code name} go, and {@code value} is the thread that has it next. */
        @JsonProperty("handed-over")
        HANDED_OVER,
        /** It reads {@code value} from the variable {@code name}. */
        @JsonProperty("read")
        READ,
        /** It writes {@code value} to the variable {@code name}. */
        @JsonProperty("wrote")
        WROTE,
        /** It does nothing more, or nothing until its next mark. */
        @JsonProperty("ended")
        ENDED;

        /** Its name on the wire. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
