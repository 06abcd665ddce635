package io.fluxlab.cli.live;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Width;
import io.fluxlab.cli.figure.Quantities;
import io.fluxlab.measure.Durations;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunEvent.TaskStarted;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One task as a line. Not thread-safe. */
final class TaskRow {

    private static final int LABEL = 22;
    private static final int LONGEST_BAR = 30;
    private static final String TURNING = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

    private final TaskStarted started;
    private @Nullable TaskProgress progress;
    private String end = "";
    private boolean failed;

    TaskRow(TaskStarted started) {
        this.started = started;
    }

    /** The line of a task that has not started. */
    static String waiting(int task, Palette palette) {
        return palette.paint(Ink.FAINT, "  " + fit("task " + task) + "  waiting");
    }

    void accept(TaskProgress event) {
        progress = event;
    }

    void accept(TaskFinished event) {
        end = Durations.readable(event.wallNanos()) + ", " + Quantities.count(event.items(), "item");
    }

    void accept(TaskFailed event) {
        end = event.error().message();
        failed = true;
    }

    boolean isRunning() {
        return end.isEmpty();
    }

    String line(int width, long atNanos, Palette palette) {
        if (failed) {
            return palette.paint(Ink.BAD, "✗ ") + fit(started.label()) + "  " + palette.paint(Ink.BAD, end);
        }
        if (!end.isEmpty()) {
            return palette.paint(Ink.GOOD, "✓ ") + fit(started.label()) + "  " + end;
        }
        long nanos = Math.max(0, atNanos - started.atNanos());
        String time = String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
        int turn = (int) (nanos / 125_000_000 % TURNING.length());
        String line = palette.paint(Ink.NAME, TURNING.charAt(turn) + " ") + fit(started.label()) + "  ";
        TaskProgress newest = progress;
        Long total = newest == null ? null : newest.total();
        if (newest == null || total == null || total == 0) {
            return line + time + "  " + palette.paint(Ink.FAINT, started.worker());
        }
        double part = (double) newest.done() / total;
        int bar = Math.clamp(width - LABEL - started.worker().length() - 22, 10, LONGEST_BAR);
        String percent = String.format(Locale.ROOT, "%3.0f %%", 100 * part);
        return line + palette.paint(Ink.NAME, Bar.of(part, bar)) + " " + percent + "  " + time + "  "
                + palette.paint(Ink.FAINT, started.worker());
    }

    private static String fit(String label) {
        return Width.fit(label, LABEL);
    }
}
