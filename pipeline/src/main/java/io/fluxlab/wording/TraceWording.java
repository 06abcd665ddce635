package io.fluxlab.wording;

import io.fluxlab.trace.TraceMark;
import java.util.List;
import java.util.Objects;

/** Puts what threads did into words. Immutable; thread-safe. */
public final class TraceWording {

    private final Words words;

    private TraceWording(Language language) {
        this.words = new Words("io.fluxlab.wording.trace", language);
    }

    /** The wording in a language. */
    public static TraceWording in(Language language) {
        return new TraceWording(language);
    }

    /** What a thread did, without its name: {@code waits for mutex}. */
    public String does(TraceMark mark) {
        String key = switch (mark.kind()) {
            case RUNNING -> mark.name() == null ? "running" : "running.named";
            case SLEEPING -> "sleeping";
            case WAITING -> "waiting";
            case HOLDING -> "holding";
            case RELEASED -> "released";
            case HANDED_OVER -> "handed-over";
            case READ -> "read";
            case WROTE -> "wrote";
            case ENDED -> "ended";
        };
        return words.say(
                key, Objects.requireNonNullElse(mark.name(), ""), Objects.requireNonNullElse(mark.value(), ""));
    }

    /** That a thread waits for a lock which another one holds. */
    public String waits(String lock, String holder) {
        return words.say("waiting.held", lock, holder);
    }

    /** That these threads wait for each other, each for the next one and the last for the first. */
    public String circle(List<String> threads) {
        return words.say("circle", String.join(" → ", threads) + " → " + threads.get(0));
    }

    /** A time since the run's start. */
    public String time(long nanos) {
        return words.time(nanos);
    }
}
