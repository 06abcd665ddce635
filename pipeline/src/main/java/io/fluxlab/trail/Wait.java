package io.fluxlab.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tasks were seen waiting for while the process was all but idle. Immutable.
 *
 * @param kind what it was, as far as a thread's stack or a body's operators tell
 * @param on what exactly: the class of a lock, or the operators that a task without a thread had come through, the last one
 *     first; null where that is not known
 * @param at where the thread was, the innermost frame and then those that are the user's; empty where no thread waited
 * @param looks how many looks at a task found it there
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Wait(Kind kind, @Nullable String on, List<String> at, long looks) {

    /** What can be waited for. */
    public enum Kind {
        /** Another thread's lock. */
        @JsonProperty("lock")
        LOCK,
        /** A time, in the thread that sleeps. */
        @JsonProperty("sleep")
        SLEEP,
        /** A file or a connection. */
        @JsonProperty("io")
        IO,
        /** A publisher, by {@code block()}. */
        @JsonProperty("block")
        BLOCK,
        /** A future, a latch, a queue or whatever else parks a thread until another one wakes it. */
        @JsonProperty("parked")
        PARKED,
        /** A timer of Reactor's: the task holds no thread. */
        @JsonProperty("timer")
        TIMER,
        /** Some signal of the named operators' source: the task holds no thread. */
        @JsonProperty("signal")
        SIGNAL,
        /** Nothing: the thread ran or was about to, although the process had hardly any CPU time. */
        @JsonProperty("running")
        RUNNING,
        /** Nothing that can be seen from here. */
        @JsonProperty("unknown")
        UNKNOWN
    }

    /** More are told of by nobody. */
    private static final int MOST = 8;

    public Wait {
        @Nullable List<String> given = at;
        at = given == null ? List.of() : List.copyOf(given);
    }

    /** These and the others, those that were seen most often first; of very many only these. */
    public static List<Wait> plus(List<Wait> waits, List<Wait> others) {
        Map<Wait, Long> looks = new LinkedHashMap<>();
        waits.forEach(wait -> looks.merge(wait.seen(1), wait.looks, Long::sum));
        others.forEach(wait -> looks.merge(wait.seen(1), wait.looks, Long::sum));
        List<Wait> sum = new ArrayList<>();
        looks.forEach((wait, count) -> sum.add(wait.seen(count)));
        sum.sort((one, other) -> Long.compare(other.looks, one.looks));
        return List.copyOf(sum.subList(0, Math.min(MOST, sum.size())));
    }

    /** This, seen so often. */
    public Wait seen(long newLooks) {
        return new Wait(kind, on, at, newLooks);
    }
}
