package io.fluxlab.cli.view;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskSilent;
import java.nio.charset.StandardCharsets;

/** A run's items on standard output, one a line, as fast as they come: text and numbers as they are, the rest as JSON. */
public final class ItemLines implements View<RunEvent> {

    /** So long an item may wait in the buffer for others; pulses come often enough to keep that. */
    private static final long PATIENCE_NANOS = 100_000_000;

    private final Console console;
    private final boolean tellsLane;
    private final ReportWords words;
    private final SilenceLines silences;
    private long flushedNanos = System.nanoTime();

    /** {@code tellsLane} where nobody named the lane. */
    public ItemLines(Console console, ReportWords words, boolean tellsLane) {
        this.console = console;
        this.tellsLane = tellsLane;
        this.words = words;
        this.silences = new SilenceLines(console, words);
    }

    @Override
    public void accept(RunEvent event) {
        if (event instanceof RunStarted started) {
            console.note(words.opening(started));
            if (tellsLane) {
                console.note("on lane " + started.lane() + "; choose another with --lane");
            }
        } else if (event instanceof TaskSilent silent) {
            console.flush();
            silences.accept(silent);
        } else if (event instanceof TaskItems items) {
            StringBuilder lines = new StringBuilder();
            for (Object item : items.items()) {
                append(lines, item);
                lines.append('\n');
            }
            console.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        long now = System.nanoTime();
        if (now - flushedNanos > PATIENCE_NANOS) {
            flushedNanos = now;
            console.flush();
        }
    }

    private static void append(StringBuilder lines, Object item) {
        if (item instanceof Long number) {
            lines.append(number.longValue());
        } else if (item instanceof Number || item instanceof CharSequence || item instanceof Boolean) {
            lines.append(item);
        } else {
            lines.append(new String(ItemJson.of(item), StandardCharsets.UTF_8));
        }
    }
}
