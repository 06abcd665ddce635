package io.fluxlab.wording;

import io.fluxlab.trail.KnownThreads;
import io.fluxlab.trail.Whereabouts.Departure;
import io.fluxlab.verdict.Doubt;

/** Says where work went that has left its lane. Immutable; thread-safe. */
final class StrayWording {

    private final Words words;

    StrayWording(Words words) {
        this.words = words;
    }

    String left(Doubt.LeftTheLane left) {
        Departure departure = left.departure();
        String threads = threads(departure.threads());
        String lanes = String.join(", ", left.lanes());
        return switch (departure.kind()) {
            case TASKS -> words.say(left.code() + ".tasks", lanes, departure.count(), departure.all(), threads);
            case ITEMS -> words.say(left.code() + ".items", lanes, departure.count(), departure.all(), threads);
            case CPU ->
                words.say(
                        left.code() + ".cpu",
                        lanes,
                        Math.round(100.0 * departure.count() / departure.all()) + " %",
                        threads);
        };
    }

    /** What threads are called that an application shares, by their name without its number. */
    private String threads(String name) {
        return words.say("threads." + KnownThreads.called(name).id(), name);
    }
}
