package io.fluxlab.history.file;

import io.fluxlab.run.RunEvent.TaskTrace;
import io.fluxlab.trace.TraceMark;
import io.fluxlab.trace.TraceMark.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the threads of a traced run did, in the Trace Event Format: a track for each thread with its states, one for each lock with who
 * has it, and arrows from who hands a lock over to who gets it, and from a thread to the one that goes on with its task. A run bounds its marks, so that all are kept until the end, when they can be sorted. Not thread-safe.
 */
final class ThreadTracks {

    private static final double NANOS_PER_MICRO = 1_000.0;
    private static final int THREADS = 2;
    private static final int LOCKS = 3;

    private final List<TaskTrace> traces = new ArrayList<>();
    private final List<Map<String, Object>> events = new ArrayList<>();
    private final Map<ThreadStory, Integer> trackOf = new HashMap<>();
    private int arrows;

    /** A point on a track. */
    private record Point(int track, TraceMark mark) {}

    void accept(TaskTrace trace) {
        traces.add(trace);
    }

    /** All of it; nothing where no run was traced. */
    List<Map<String, Object>> events() {
        if (traces.isEmpty()) {
            return List.of();
        }
        List<Map<String, ThreadStory>> stories =
                traces.stream().map(ThreadTracks::stories).toList();
        List<ThreadStory> all = stories.stream()
                .flatMap(ofTask -> ofTask.values().stream())
                .sorted(Comparator.comparingLong(ThreadStory::startNanos))
                .toList();
        threads(all);
        locks(all);
        handOvers(stories);
        for (int i = 0; i < traces.size(); i++) {
            hops(traces.get(i), stories.get(i));
        }
        return events;
    }

    private static Map<String, ThreadStory> stories(TaskTrace trace) {
        Map<String, ThreadStory> stories = new LinkedHashMap<>();
        for (TraceMark mark : trace.marks()) {
            stories.computeIfAbsent(mark.thread(), thread -> new ThreadStory(mark, trace.task()))
                    .accept(mark);
        }
        if (!trace.marks().isEmpty()) {
            long last = trace.marks().get(trace.marks().size() - 1).atNanos();
            stories.values().forEach(story -> story.end(last));
        }
        return stories;
    }

    private void threads(List<ThreadStory> all) {
        Tracks tracks = new Tracks(THREADS, "what the threads did", events);
        for (ThreadStory story : all) {
            int track = tracks.take(story.thread(), story.startNanos(), story.endNanos());
            trackOf.put(story, track);
            story.states().forEach(state -> slice(THREADS, track, state));
            for (TraceMark access : story.accesses()) {
                String verb = access.kind() == Kind.READ ? "read " : "wrote ";
                Map<String, Object> event =
                        event("i", verb + access.name() + " = " + access.value(), THREADS, track, access.atNanos());
                event.put("s", "t");
                events.add(event);
            }
        }
    }

    private void locks(List<ThreadStory> all) {
        List<ThreadStory.Slice> held = all.stream()
                .flatMap(story -> story.locks().stream())
                .sorted(Comparator.comparingLong(ThreadStory.Slice::startNanos))
                .toList();
        if (!held.isEmpty()) {
            Tracks tracks = new Tracks(LOCKS, "who has which lock", events);
            held.forEach(
                    each -> slice(tracks.process(), tracks.take(each.of(), each.startNanos(), each.endNanos()), each));
        }
    }

    private void slice(int process, int track, ThreadStory.Slice slice) {
        Map<String, Object> event = event("X", slice.name(), process, track, slice.startNanos());
        event.put("dur", (slice.endNanos() - slice.startNanos()) / NANOS_PER_MICRO);
        event.put("args", Map.of("task", slice.task()));
        events.add(event);
    }

    /** Who gets a lock may do so for another task than the one that handed it over. */
    private void handOvers(List<Map<String, ThreadStory>> stories) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            for (TraceMark mark : traces.get(i).marks()) {
                if (mark.kind() == Kind.HANDED_OVER || mark.kind() == Kind.HOLDING) {
                    points.add(new Point(trackOf(stories.get(i), mark), mark));
                }
            }
        }
        points.sort(Comparator.comparingLong(point -> point.mark().atNanos()));
        Map<String, Point> underWay = new HashMap<>();
        for (Point point : points) {
            TraceMark mark = point.mark();
            if (mark.kind() == Kind.HANDED_OVER) {
                underWay.put(mark.value() + " gets " + mark.name(), point);
            } else {
                Point from = underWay.remove(mark.thread() + " gets " + mark.name());
                if (from != null) {
                    arrow(String.valueOf(mark.name()), from, point);
                }
            }
        }
    }

    private void hops(TaskTrace trace, Map<String, ThreadStory> stories) {
        if (trace.marks().isEmpty()) {
            return;
        }
        Set<String> active = new HashSet<>();
        TraceMark last = trace.marks().get(0);
        TraceMark ofStart = last;
        for (TraceMark mark : trace.marks()) {
            boolean begins = mark.kind() != Kind.ENDED && active.add(mark.thread());
            // who is still busy has not handed it on: then it was whoever started the task
            TraceMark from = last.kind() == Kind.ENDED ? last : ofStart;
            if (begins && !mark.thread().equals(from.thread())) {
                arrow(
                        "task " + trace.task(),
                        new Point(trackOf(stories, from), from),
                        new Point(trackOf(stories, mark), mark));
            }
            if (mark.kind() == Kind.ENDED) {
                active.remove(mark.thread());
            }
            ofStart = mark.thread().equals(ofStart.thread()) ? mark : ofStart;
            last = mark;
        }
    }

    private int trackOf(Map<String, ThreadStory> stories, TraceMark mark) {
        return trackOf.getOrDefault(stories.get(mark.thread()), 0);
    }

    private void arrow(String name, Point from, Point to) {
        int id = ++arrows;
        Map<String, Object> start =
                event("s", name, THREADS, from.track(), from.mark().atNanos());
        start.put("id", id);
        Map<String, Object> end =
                event("f", name, THREADS, to.track(), to.mark().atNanos());
        end.put("id", id);
        end.put("bp", "e");
        events.add(start);
        events.add(end);
    }

    private static Map<String, Object> event(String phase, String name, int process, int track, long atNanos) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("ph", phase);
        event.put("name", name);
        event.put("cat", "trace");
        event.put("pid", process);
        event.put("tid", track);
        event.put("ts", atNanos / NANOS_PER_MICRO);
        return event;
    }
}
