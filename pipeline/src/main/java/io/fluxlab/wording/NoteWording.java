package io.fluxlab.wording;

import io.fluxlab.canary.CanaryReading;
import io.fluxlab.verdict.LaneVerdict;
import java.util.List;
import java.util.Optional;

/** Says which scheduler goes with a lane, and why not another one. Immutable; thread-safe. */
final class NoteWording {

    /** So long may a timer wait without anybody noticing: Reactor's operators count in milliseconds. */
    private static final long TIMERS_WAIT_NANOS = 1_000_000;

    private final Words words;

    NoteWording(Words words) {
        this.words = words;
    }

    /** A note on a lane on which a task takes so long; empty where there is nothing to say. */
    String note(LaneVerdict lane, long taskNanos) {
        int settings = lane.lane().indexOf(':');
        String name = settings < 0 ? lane.lane() : lane.lane().substring(0, settings);
        String key = "note." + name;
        Optional<CanaryReading> late = late(lane);
        if (name.equals("parallel")) {
            return late.map(reading -> words.say(key + (reading.own() ? ".late" : ".shared"), time(reading)))
                    .orElseGet(() -> words.say(
                            key + (taskNanos > TIMERS_WAIT_NANOS ? ".long" : ".short"), words.time(taskNanos)));
        }
        String usual = words.knows(key) ? words.say(key) : "";
        return late.filter(reading -> !reading.own() && words.knows(key + ".late"))
                .map(reading -> (usual + " " + words.say(key + ".late", time(reading))).strip())
                .orElse(usual);
    }

    /** What is late beside the lane's tasks, the home loop and the loops of others aside. */
    private static Optional<CanaryReading> late(LaneVerdict lane) {
        List<CanaryReading> canaries = lane.canaries();
        return canaries == null
                ? Optional.empty()
                : canaries.stream()
                        .filter(reading -> reading.concernsLane() && reading.wasLate())
                        .findFirst();
    }

    private String time(CanaryReading reading) {
        return words.time(reading.latency().p99Nanos());
    }
}
