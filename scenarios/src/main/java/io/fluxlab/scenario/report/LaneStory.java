package io.fluxlab.scenario.report;

import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunEvent.TaskTrace;
import io.fluxlab.trace.TraceMark;
import io.fluxlab.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a page shows of one run on one lane; of a comparison's many runs, the last. Bounded. Not thread-safe. */
final class LaneStory {

    private static final int MOST_SPANS = 40;
    private static final int MOST_ITEMS = 24;
    private static final int MOST_FAILURES = 5;
    private static final int LONGEST_ITEM = 300;

    private final Map<Integer, TaskStarted> running = new TreeMap<>();
    private final Map<Integer, Span> spans = new TreeMap<>();
    private final List<String> items = new ArrayList<>();
    private final List<TaskFailed> failures = new ArrayList<>();
    private final List<TraceMark> marks = new ArrayList<>();
    private long dropped;
    private @Nullable RunStarted started;
    private @Nullable RunFinished finished;
    private long itemCount;

    /** When a task ran. */
    record Span(String label, String worker, long startNanos, long endNanos, boolean failed) {}

    void accept(RunEvent event) {
        switch (event) {
            case RunStarted first -> begin(first);
            case TaskStarted task -> {
                if (running.size() + spans.size() < MOST_SPANS) {
                    running.put(task.task(), task);
                }
            }
            case TaskItems more -> accept(more);
            case TaskFinished task -> end(task.task(), task.atNanos(), false);
            case TaskFailed task -> {
                end(task.task(), task.atNanos(), true);
                if (failures.size() < MOST_FAILURES) {
                    failures.add(task);
                }
            }
            case RunFinished last -> finished = last;
            case RunEvent.TaskProgress ignored -> {}
            case RunEvent.TaskSilent ignored -> {}
            case TaskTrace trace -> {
                marks.addAll(trace.marks());
                dropped += trace.dropped();
            }
            case RunEvent.Pulse ignored -> {}
        }
    }

    /** Those of the first tasks, by task. */
    List<Span> spans() {
        return List.copyOf(spans.values());
    }

    /** The first items, as JSON. */
    List<String> items() {
        return items;
    }

    /** Whether the items are bare values. */
    boolean isPlain() {
        return items.stream().noneMatch(item -> item.startsWith("{") || item.startsWith("["));
    }

    long itemCount() {
        return itemCount;
    }

    List<TaskFailed> failures() {
        return failures;
    }

    @Nullable
    RunStarted started() {
        return started;
    }

    @Nullable
    RunFinished finished() {
        return finished;
    }

    /** What the threads of all tasks did, which a run bounds; empty where nobody asked for that. */
    List<TraceMark> marks() {
        return marks;
    }

    /** How many more marks there were. */
    long dropped() {
        return dropped;
    }

    private void begin(RunStarted first) {
        started = first;
        finished = null;
        running.clear();
        spans.clear();
        items.clear();
        failures.clear();
        marks.clear();
        dropped = 0;
        itemCount = 0;
    }

    private void accept(TaskItems more) {
        itemCount += more.items().size();
        for (Object item : more.items()) {
            if (items.size() >= MOST_ITEMS) {
                return;
            }
            String json = new String(WireFormat.JSON.write(item), StandardCharsets.UTF_8);
            items.add(json.length() <= LONGEST_ITEM ? json : json.substring(0, LONGEST_ITEM) + "…");
        }
    }

    private void end(int task, long atNanos, boolean failed) {
        TaskStarted start = running.remove(task);
        if (start != null) {
            spans.put(task, new Span(start.label(), start.worker(), start.atNanos(), atNanos, failed));
        }
    }
}
