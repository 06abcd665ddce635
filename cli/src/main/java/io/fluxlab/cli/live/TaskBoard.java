package io.fluxlab.cli.live;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.figure.Quantities;
import io.fluxlab.run.RunSnapshot;
import io.fluxlab.run.RunSnapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A run's tasks: a line for each where there is room for all of them, else their number and some that are running. Not
 * thread-safe.
 */
public final class TaskBoard {

    /** How many tasks a snapshot has to show at most; more rows no terminal has. */
    public static final int MOST_ROWS = 200;

    private static final int TOTAL_BAR = 30;

    private final Palette palette;
    private RunSnapshot run = RunSnapshot.NONE;
    private long startNanos = System.nanoTime();

    public TaskBoard(Palette palette) {
        this.palette = palette;
    }

    /** Shows a run as it was a moment ago. */
    public void show(RunSnapshot snapshot) {
        run = snapshot;
        startNanos = System.nanoTime() - snapshot.atNanos();
    }

    /** The board in at most {@code height} lines. */
    public List<String> lines(int width, int height) {
        long atNanos = System.nanoTime() - startNanos;
        List<String> lines = new ArrayList<>();
        if (run.tasks() <= Math.min(height, MOST_ROWS)) {
            Map<Integer, TaskSnapshot> started =
                    run.shown().stream().collect(Collectors.toMap(TaskSnapshot::task, Function.identity()));
            for (int task = 0; task < run.tasks(); task++) {
                TaskSnapshot shown = started.get(task);
                lines.add(
                        shown == null ? TaskRow.waiting(task, palette) : TaskRow.line(shown, width, atNanos, palette));
            }
        } else if (height > 0) {
            lines.add(total());
            run.shown().stream()
                    .filter(task -> task.end() == null)
                    .limit(height - 1L)
                    .forEach(task -> lines.add(TaskRow.line(task, width, atNanos, palette)));
        }
        return lines;
    }

    private String total() {
        double part = (double) run.ended() / run.tasks();
        return palette.paint(Ink.NAME, Bar.of(part, TOTAL_BAR))
                + String.format(Locale.ROOT, " %3.0f %%  ", 100 * part)
                + Quantities.count(run.ended()) + " of " + Quantities.count(run.tasks()) + " tasks, "
                + Quantities.count(run.started() - run.ended()) + " running"
                + (run.failed() == 0 ? "" : palette.paint(Ink.BAD, ", " + Quantities.count(run.failed()) + " failed"));
    }
}
