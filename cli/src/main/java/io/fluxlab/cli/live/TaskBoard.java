package io.fluxlab.cli.live;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.figure.ReportWords;
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

    private final ReportWords words;
    private final Palette palette;
    private RunSnapshot run = RunSnapshot.NONE;
    private long startNanos = System.nanoTime();

    /** A board that shows nothing yet. */
    public TaskBoard(ReportWords words, Palette palette) {
        this.words = words;
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
        TaskRow rows = new TaskRow(words, palette);
        List<String> lines = new ArrayList<>();
        if (run.tasks() <= Math.min(height, MOST_ROWS)) {
            Map<Integer, TaskSnapshot> started =
                    run.shown().stream().collect(Collectors.toMap(TaskSnapshot::task, Function.identity()));
            for (int task = 0; task < run.tasks(); task++) {
                TaskSnapshot shown = started.get(task);
                lines.add(shown == null ? rows.waiting(task) : rows.line(shown, width, atNanos));
            }
        } else if (height > 0) {
            lines.add(total());
            run.shown().stream()
                    .filter(task -> task.end() == null)
                    .limit(height - 1L)
                    .forEach(task -> lines.add(rows.line(task, width, atNanos)));
        }
        return lines;
    }

    private String total() {
        double part = (double) run.ended() / run.tasks();
        return palette.paint(Ink.NAME, Bar.of(part, TOTAL_BAR))
                + String.format(Locale.ROOT, " %3.0f %%  ", 100 * part)
                + words.say("board.ended", run.ended(), run.tasks(), run.started() - run.ended())
                + (run.failed() == 0 ? "" : palette.paint(Ink.BAD, words.say("board.failed", run.failed())));
    }
}
