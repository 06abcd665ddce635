package io.fluxlab.cli.live;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.figure.Quantities;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Pulse;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunEvent.TaskStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run's tasks: a line for each where there is room for all of them, else their number and some that are running. Keeps
 * a bounded number of them, however many there are. Not thread-safe.
 */
public final class TaskBoard {

    /** More rows than this no terminal has. */
    private static final int MOST_ROWS = 200;

    private static final int TOTAL_BAR = 30;

    private final Palette palette;
    private final TreeMap<Integer, TaskRow> rows = new TreeMap<>();
    private int tasks;
    private int started;
    private int ended;
    private int failed;
    private long items;
    private long startNanos = System.nanoTime();

    public TaskBoard(Palette palette) {
        this.palette = palette;
    }

    /** Takes in what happened. */
    public void accept(RunEvent event) {
        switch (event) {
            case RunStarted run -> begin(run);
            case TaskStarted task -> begin(task);
            case TaskProgress progress -> {
                TaskRow row = rows.get(progress.task());
                if (row != null) {
                    row.accept(progress);
                }
            }
            case TaskItems more -> items += more.items().size();
            case TaskFinished finished -> {
                TaskRow row = end(finished.task());
                if (row != null) {
                    row.accept(finished);
                }
            }
            case TaskFailed failure -> {
                failed++;
                TaskRow row = end(failure.task());
                if (row != null) {
                    row.accept(failure);
                }
            }
            case Pulse ignored -> {}
            case RunFinished ignored -> {}
        }
    }

    /** How many items there have been. */
    public long items() {
        return items;
    }

    /** The board in at most {@code height} lines. */
    public List<String> lines(int width, int height) {
        long atNanos = System.nanoTime() - startNanos;
        List<String> lines = new ArrayList<>();
        if (tasks <= height) {
            for (int task = 0; task < tasks; task++) {
                TaskRow row = rows.get(task);
                lines.add(row == null ? TaskRow.waiting(task, palette) : row.line(width, atNanos, palette));
            }
        } else if (height > 0) {
            lines.add(total());
            rows.values().stream()
                    .filter(TaskRow::isRunning)
                    .limit(height - 1L)
                    .forEach(row -> lines.add(row.line(width, atNanos, palette)));
        }
        return lines;
    }

    private String total() {
        double part = (double) ended / tasks;
        return palette.paint(Ink.NAME, Bar.of(part, TOTAL_BAR))
                + String.format(Locale.ROOT, " %3.0f %%  ", 100 * part)
                + Quantities.count(ended) + " of " + Quantities.count(tasks) + " tasks, "
                + Quantities.count(started - ended) + " running"
                + (failed == 0 ? "" : palette.paint(Ink.BAD, ", " + Quantities.count(failed) + " failed"));
    }

    private void begin(RunStarted run) {
        rows.clear();
        tasks = run.tasks();
        started = 0;
        ended = 0;
        failed = 0;
        items = 0;
        startNanos = System.nanoTime();
    }

    private void begin(TaskStarted task) {
        started++;
        if (rows.size() < MOST_ROWS) {
            rows.put(task.task(), new TaskRow(task));
        }
    }

    /** Where all tasks have a line, ended ones keep theirs. */
    private @Nullable TaskRow end(int task) {
        ended++;
        return tasks <= MOST_ROWS ? rows.get(task) : rows.remove(task);
    }
}
