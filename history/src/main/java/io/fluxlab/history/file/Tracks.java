package io.fluxlab.history.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tracks of one process in a trace: one for each name, and more beside it where things overlap. Not thread-safe. */
final class Tracks {

    private final int process;
    private final Map<String, List<Track>> byName = new HashMap<>();
    private final List<Map<String, Object>> events;
    private int count;

    /** One track, and until when it is taken. */
    private static final class Track {
        private final int number;
        private long takenUntil;

        private Track(int number) {
            this.number = number;
        }
    }

    /** Tracks of a process of this number and name, whose names are written to these events. */
    Tracks(int process, String name, List<Map<String, Object>> events) {
        this.process = process;
        this.events = events;
        events.add(named("process_name", 0, name));
    }

    int process() {
        return process;
    }

    /** The number of a track of this name that is free from here to there. Asked for in the order of the starts. */
    int take(String name, long startNanos, long endNanos) {
        List<Track> known = byName.computeIfAbsent(name, key -> new ArrayList<>());
        Track free = known.stream()
                .filter(track -> track.takenUntil <= startNanos)
                .findFirst()
                .orElseGet(() -> another(name, known));
        free.takenUntil = endNanos;
        return free.number;
    }

    private Track another(String name, List<Track> known) {
        Track track = new Track(++count);
        known.add(track);
        String title = known.size() == 1 ? name : name + " (" + known.size() + ")";
        events.add(named("thread_name", track.number, title));
        return track;
    }

    private Map<String, Object> named(String what, int track, String name) {
        return Map.of("ph", "M", "name", what, "pid", process, "tid", track, "args", Map.of("name", name));
    }
}
