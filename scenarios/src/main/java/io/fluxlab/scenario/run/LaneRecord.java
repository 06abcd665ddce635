package io.fluxlab.scenario.run;

import io.fluxlab.load.LoadSummary;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.scenario.expression.Figure;
import io.fluxlab.trace.TraceMark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is kept of one run on one lane: only what expectations ask for, and no more than fits. Not thread-safe. */
final class LaneRecord {

    /** As many items, and as many tasks, as an expectation can go through; some ten bytes to some hundred each. */
    private static final int MOST = 200_000;

    private final String lane;
    private final Set<Figure> wanted;
    private final List<Object> arrived = new ArrayList<>();
    private final TreeMap<Integer, List<Object>> byTask = new TreeMap<>();
    private final TreeMap<Integer, String> labels = new TreeMap<>();
    private final Set<String> workers = new LinkedHashSet<>();
    private final List<Object> started = new ArrayList<>();
    private final List<Object> finished = new ArrayList<>();
    private final List<Object> failures = new ArrayList<>();
    private final List<TraceMark> marks = new ArrayList<>();
    private long items;

    LaneRecord(String lane, Set<Figure> wanted) {
        this.lane = lane;
        this.wanted = wanted;
    }

    void accept(RunEvent event, Figures.Lane figures) {
        switch (event) {
            case RunStarted ignored -> clear();
            case TaskStarted task -> accept(task);
            case TaskItems more -> accept(more);
            case TaskFinished task -> keep(Figure.ORDER, "tasks", finished, (long) task.task());
            case TaskFailed task -> accept(task);
            case RunFinished last -> {
                summary(last, figures);
                hand(figures);
            }
            case RunEvent.TaskProgress ignored -> {}
            case RunEvent.TaskSilent ignored -> {}
            case RunEvent.TaskTrace trace -> marks.addAll(trace.marks());
            case RunEvent.Pulse ignored -> {}
        }
    }

    /** A comparison runs a lane again and again: its last round counts. */
    private void clear() {
        List.of(arrived, started, finished, failures).forEach(Collection::clear);
        byTask.clear();
        labels.clear();
        workers.clear();
        marks.clear();
        items = 0;
    }

    private void accept(TaskStarted task) {
        keep(Figure.ORDER, "tasks", started, (long) task.task());
        if (wanted.contains(Figure.WORKERS)) {
            workers.add(task.worker());
            bound("workers", workers.size());
        }
        if (wanted.contains(Figure.LABELS)) {
            labels.put(task.task(), task.label());
            bound("labels", labels.size());
        }
        if (wanted.contains(Figure.TASKS)) {
            byTask.computeIfAbsent(task.task(), key -> new ArrayList<>());
            bound("tasks", byTask.size());
        }
    }

    private void accept(TaskItems more) {
        items += more.items().size();
        boolean sorted = wanted.contains(Figure.RESULTS) || wanted.contains(Figure.TASKS);
        if (sorted || wanted.contains(Figure.ORDER)) {
            bound("items", items);
            for (Object item : more.items()) {
                Object value = Values.of(item);
                if (wanted.contains(Figure.ORDER)) {
                    arrived.add(value);
                }
                if (sorted) {
                    byTask.computeIfAbsent(more.task(), key -> new ArrayList<>())
                            .add(value);
                }
            }
        }
    }

    private void accept(TaskFailed task) {
        Map<String, Object> failure = Map.of(
                "task",
                (long) task.task(),
                "code",
                task.error().code(),
                "message",
                task.error().message());
        keep(Figure.FAILURES, "failures", failures, failure);
    }

    private void keep(Figure figure, String what, List<Object> list, Object value) {
        if (wanted.contains(figure)) {
            list.add(value);
            bound(what, list.size());
        }
    }

    private void bound(String what, long size) {
        if (size > MOST) {
            throw new TooMuchToKeepException(what, lane, MOST);
        }
    }

    private static void summary(RunFinished last, Figures.Lane figures) {
        figures.put(Figure.STATUS, last.status().name().toLowerCase(java.util.Locale.ROOT));
        figures.put(Figure.WALL, Figures.millis(last.summary().wallNanos()));
        figures.put(Figure.CPU, last.summary().cpus());
        figures.put(Figure.THREADS, (long) last.summary().peakThreads());
        figures.put(Figure.ALLOCATED, last.summary().allocatedBytes());
        Latency bystander = last.summary().bystander();
        if (bystander.count() > 0) {
            figures.put(Figure.BYSTANDER, Figures.latency(bystander));
        }
        Figures.canaries(figures, last.summary().canaries());
        Figures.network(figures, last.summary().network());
        LoadSummary load = last.summary().load();
        if (load != null) {
            figures.put(Figure.LOAD, LoadFigures.of(load));
        }
    }

    private void hand(Figures.Lane figures) {
        figures.put(Figure.COUNT, items);
        give(
                figures,
                Figure.RESULTS,
                byTask.values().stream().flatMap(List::stream).toList());
        give(figures, Figure.TASKS, byTask.values().stream().map(List::copyOf).toList());
        give(figures, Figure.FAILURES, List.copyOf(failures));
        give(figures, Figure.WORKERS, List.copyOf(workers));
        give(figures, Figure.LABELS, List.copyOf(labels.values()));
        if (wanted.contains(Figure.TRACE)) {
            figures.put(Figure.TRACE, TraceFigure.of(marks));
        }
        give(
                figures,
                Figure.ORDER,
                Map.of(
                        "started", List.copyOf(started),
                        "finished", List.copyOf(finished),
                        "items", List.copyOf(arrived)));
    }

    private void give(Figures.Lane figures, Figure figure, Object value) {
        if (wanted.contains(figure)) {
            figures.put(figure, value);
        }
    }
}
