package io.fluxlab.wording;

/** Says which scheduler goes with a lane, and why not another one. Immutable; thread-safe. */
final class NoteWording {

    /** So long may a timer wait without anybody noticing: Reactor's operators count in milliseconds. */
    private static final long TIMERS_WAIT_NANOS = 1_000_000;

    private final Words words;

    NoteWording(Words words) {
        this.words = words;
    }

    /** A note on a lane on which a task takes so long; empty where there is nothing to say. */
    String note(String lane, long taskNanos) {
        int settings = lane.indexOf(':');
        String key = "note." + (settings < 0 ? lane : lane.substring(0, settings));
        String length = lane.startsWith("parallel") ? (taskNanos > TIMERS_WAIT_NANOS ? ".long" : ".short") : "";
        return words.knows(key + length) ? words.say(key + length, words.time(taskNanos)) : "";
    }
}
