package io.fluxlab.cli.live;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Width;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunSnapshot.TaskEnd;
import io.fluxlab.run.RunSnapshot.TaskSnapshot;
import java.util.Locale;

/** Writes one task as a line. Immutable. */
final class TaskRow {

    private static final int LABEL = 22;
    private static final int LONGEST_BAR = 30;
    private static final String TURNING = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

    private final ReportWords words;
    private final Palette palette;

    TaskRow(ReportWords words, Palette palette) {
        this.words = words;
        this.palette = palette;
    }

    /** The line of a task that has not started. */
    String waiting(int task) {
        return palette.paint(Ink.FAINT, "  " + fit(words.say("board.task", task)) + "  " + words.say("board.waiting"));
    }

    /** The line of a task that has, at this time of its run. */
    String line(TaskSnapshot task, int width, long atNanos) {
        TaskEnd end = task.end();
        return end == null ? running(task, width, atNanos) : ended(task.label(), end);
    }

    private String ended(String label, TaskEnd end) {
        Failure error = end.error();
        return error == null
                ? palette.paint(Ink.GOOD, "✓ ") + fit(label) + "  "
                        + words.say("board.done", words.time(end.wallNanos()), end.items())
                : palette.paint(Ink.BAD, "✗ ") + fit(label) + "  " + palette.paint(Ink.BAD, error.message());
    }

    private String running(TaskSnapshot task, int width, long atNanos) {
        long nanos = Math.max(0, atNanos - task.startNanos());
        String time = words.seconds(nanos);
        int turn = (int) (nanos / 250_000_000 % TURNING.length());
        String line = palette.paint(Ink.NAME, TURNING.charAt(turn) + " ") + fit(task.label()) + "  ";
        Long done = task.done();
        Long total = task.total();
        if (done == null || total == null || total == 0) {
            return line + time + "  " + palette.paint(Ink.FAINT, task.worker());
        }
        double part = (double) done / total;
        int bar = Math.clamp(width - LABEL - task.worker().length() - 22, 10, LONGEST_BAR);
        String percent = String.format(Locale.ROOT, "%3.0f %%", 100 * part);
        return line + palette.paint(Ink.NAME, Bar.of(part, bar)) + " " + percent + "  " + time + "  "
                + palette.paint(Ink.FAINT, task.worker());
    }

    private static String fit(String label) {
        return Width.fit(label, LABEL);
    }
}
