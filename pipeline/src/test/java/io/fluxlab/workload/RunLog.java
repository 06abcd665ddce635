package io.fluxlab.workload;

import io.fluxlab.lab.Lab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run said, from its first event to its last. */
public record RunLog(List<RunEvent> events) {

    /** Runs to the end. */
    public static RunLog of(Lab lab, RunRequest request) {
        return new RunLog(lab.run(request).collectList().block());
    }

    /** The events of one type. */
    public <E extends RunEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Each task's items. */
    public Map<Integer, List<Object>> items() {
        Map<Integer, List<Object>> items = new TreeMap<>();
        all(TaskItems.class)
                .forEach(each -> items.computeIfAbsent(each.task(), task -> new ArrayList<>())
                        .addAll(each.items()));
        return items;
    }

    /** All items, task by task. */
    public List<Object> flatItems() {
        return items().values().stream().flatMap(List::stream).toList();
    }

    /** How far tasks said they were. */
    public List<TaskProgress> progress() {
        return all(TaskProgress.class);
    }

    /** What went wrong. */
    public List<String> failures() {
        return all(TaskFailed.class).stream()
                .map(each -> each.error().message())
                .toList();
    }

    /** The first event. */
    public RunStarted started() {
        return all(RunStarted.class).get(0);
    }

    /** The last event. */
    public RunFinished finished() {
        return all(RunFinished.class).get(0);
    }
}
