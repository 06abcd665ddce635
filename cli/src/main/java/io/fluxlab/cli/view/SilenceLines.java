package io.fluxlab.cli.view;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.cli.figure.Silences;
import io.fluxlab.run.RunEvent.TaskSilent;
import java.util.HashMap;
import java.util.Map;

/** Says on standard error that a task gives no sign: at once, and whenever that has lasted twice as long. Not thread-safe. */
final class SilenceLines {

    private final Console console;
    private final Silences silences;
    private final Map<Integer, Long> nextNanos = new HashMap<>();

    SilenceLines(Console console, ReportWords words) {
        this.console = console;
        this.silences = new Silences(words);
    }

    /** Another run begins. */
    void clear() {
        nextNanos.clear();
    }

    void accept(TaskSilent silent) {
        if (silent.silentNanos() < nextNanos.getOrDefault(silent.task(), 0L)) {
            return;
        }
        nextNanos.put(silent.task(), 2 * silent.silentNanos());
        silences.lines(silent).forEach(console::note);
    }
}
