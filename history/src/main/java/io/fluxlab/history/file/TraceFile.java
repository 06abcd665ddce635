package io.fluxlab.history.file;

import io.fluxlab.kept.KeptEvent;
import io.fluxlab.run.RunEvent;
import io.fluxlab.wire.WireFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run in the Trace Event Format, which Perfetto and Chrome open: a track for each thread, with a slice for each task, and counters of
 * what pulses tell. Tasks that are on one thread at once, as asynchronous ones are, have tracks of their own beside it. What the
 * threads of a traced run did comes last. Not thread-safe.
 */
public final class TraceFile implements KeptEventSink {

    private static final double NANOS_PER_MICRO = 1_000.0;
    private static final int PROCESS = 1;

    private final OutputStream out;
    private final Map<Integer, RunEvent.TaskStarted> running = new HashMap<>();
    private final Map<Integer, Integer> trackOfTask = new HashMap<>();
    private final Map<String, List<Integer>> tracks = new HashMap<>();
    private final Map<Integer, Integer> tasksOfTrack = new HashMap<>();
    private final ThreadTracks threads = new ThreadTracks();
    private int count;
    private boolean isBegun;

    /**
     * @param out is closed with this
     */
    public TraceFile(OutputStream out) {
        this.out = out;
    }

    @Override
    public void accept(KeptEvent kept) throws IOException {
        if (!(kept instanceof KeptEvent.OfRun ofRun)) {
            return;
        }
        switch (ofRun.event()) {
            case RunEvent.RunStarted started ->
                write(Map.of(
                        "ph",
                        "M",
                        "name",
                        "process_name",
                        "pid",
                        PROCESS,
                        "args",
                        Map.of("name", started.workload() + " on " + started.lane())));
            case RunEvent.TaskStarted started -> {
                running.put(started.task(), started);
                int track = track(started.worker());
                trackOfTask.put(started.task(), track);
                tasksOfTrack.merge(track, 1, Integer::sum);
            }
            case RunEvent.TaskFinished finished ->
                end(finished.task(), finished.atNanos(), Map.of("items", finished.items()));
            case RunEvent.TaskFailed failed ->
                end(
                        failed.task(),
                        failed.atNanos(),
                        Map.of("failed", failed.error().message()));
            case RunEvent.Pulse pulse -> {
                counter("CPUs", pulse, Map.of("in use", pulse.cpu()));
                counter("threads", pulse, Map.of("alive", pulse.threads()));
                counter("heap", pulse, Map.of("bytes", pulse.heapBytes()));
                counter(
                        "bystander",
                        pulse,
                        Map.of("p99 in ms", pulse.bystander().p99Nanos() / 1e6));
            }
            case RunEvent.TaskProgress ignored -> {}
            case RunEvent.TaskItems ignored -> {}
            case RunEvent.TaskSilent ignored -> {}
            case RunEvent.TaskTrace trace -> threads.accept(trace);
            case RunEvent.RunFinished ignored -> {}
        }
    }

    /** A track of this thread that no task is on. */
    private int track(String worker) throws IOException {
        List<Integer> known = tracks.computeIfAbsent(worker, name -> new ArrayList<>());
        for (int track : known) {
            if (tasksOfTrack.getOrDefault(track, 0) == 0) {
                return track;
            }
        }
        int track = ++count;
        known.add(track);
        String name = known.size() == 1 ? worker : worker + " (" + known.size() + ")";
        write(Map.of("ph", "M", "name", "thread_name", "pid", PROCESS, "tid", track, "args", Map.of("name", name)));
        return track;
    }

    private void end(int task, long atNanos, Map<String, ?> arguments) throws IOException {
        RunEvent.TaskStarted started = running.remove(task);
        Integer track = trackOfTask.remove(task);
        if (started == null || track == null) {
            return;
        }
        tasksOfTrack.merge(track, -1, Integer::sum);
        Map<String, Object> all = new LinkedHashMap<>(arguments);
        all.put("task", task);
        Map<String, Object> slice = new LinkedHashMap<>();
        slice.put("ph", "X");
        slice.put("name", started.label());
        slice.put("cat", "task");
        slice.put("pid", PROCESS);
        slice.put("tid", track);
        slice.put("ts", started.atNanos() / NANOS_PER_MICRO);
        slice.put("dur", (atNanos - started.atNanos()) / NANOS_PER_MICRO);
        slice.put("args", all);
        write(slice);
    }

    private void counter(String name, RunEvent.Pulse pulse, Map<String, ?> values) throws IOException {
        write(Map.of("ph", "C", "name", name, "pid", PROCESS, "ts", pulse.atNanos() / NANOS_PER_MICRO, "args", values));
    }

    private void write(Map<String, ?> event) throws IOException {
        text(isBegun ? ",\n" : "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n");
        isBegun = true;
        out.write(WireFormat.JSON.write(event));
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        try (out) {
            for (Map<String, Object> event : threads.events()) {
                write(event);
            }
            text(isBegun ? "\n]}\n" : "{\"traceEvents\":[]}\n");
        }
    }
}
