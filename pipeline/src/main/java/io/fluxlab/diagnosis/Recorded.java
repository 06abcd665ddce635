package io.fluxlab.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the JDK's flight recorder saw while runs were watched. Immutable.
 *
 * @param available whether it could record here
 * @param hot where CPU time was used, by the user's own frames, the most often seen first
 * @param waits where threads waited for long enough to be recorded, the longest first
 * @param largeShare which part of what was allocated was in arrays of more than 4 KiB, from 0 to 1; 0 where nothing was
 */
public record Recorded(boolean available, List<Hot> hot, List<Wait> waits, double largeShare) {

    /** Nothing was recorded. */
    public static final Recorded NONE = new Recorded(false, List.of(), List.of(), 0);

    public Recorded {
        hot = List.copyOf(hot);
        waits = List.copyOf(waits);
    }

    /** The longest wait of a kind. */
    public Optional<Wait> longest(Kind kind) {
        return waits.stream().filter(wait -> wait.kind() == kind).max(Comparator.comparingLong(Wait::nanos));
    }

    /** How long all waits of a kind took together. */
    public long nanos(Kind kind) {
        return waits.stream()
                .filter(wait -> wait.kind() == kind)
                .mapToLong(Wait::nanos)
                .sum();
    }

    /** A stack on which threads were seen to compute so many times. Immutable. */
    public record Hot(List<String> at, long samples) {

        public Hot {
            at = List.copyOf(at);
        }
    }

    /** For what threads waited at one place. Immutable. */
    public record Wait(Kind kind, String what, long nanos, long count, List<String> at) {

        public Wait {
            at = List.copyOf(at);
        }
    }

    /** What threads can be recorded to wait for. */
    public enum Kind {
        /** A monitor. */
        MONITOR,
        /** Whatever {@code LockSupport.park} is used for. */
        PARK,
        /** A virtual thread waits and holds its carrier. */
        PINNED,
        /** A socket. */
        SOCKET,
        /** A file. */
        FILE
    }
}
