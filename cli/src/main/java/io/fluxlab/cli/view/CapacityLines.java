package io.fluxlab.cli.view;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityEvent.CapacityFinished;
import io.fluxlab.capacity.CapacityEvent.CapacityStarted;
import io.fluxlab.capacity.CapacityEvent.LaneFound;
import io.fluxlab.capacity.CapacityEvent.StepFinished;
import io.fluxlab.capacity.CapacityEvent.StepStarted;
import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.figure.CapacityReport;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.cli.figure.StepText;

/** A search where no display can move: a line on standard error for each step. */
public final class CapacityLines implements View<CapacityEvent> {

    private final Console console;
    private final ReportWords words;
    private final StepText text;

    public CapacityLines(Console console, ReportWords words) {
        this.console = console;
        this.words = words;
        this.text = new StepText(words);
    }

    @Override
    public void accept(CapacityEvent event) {
        switch (event) {
            case CapacityStarted started ->
                CapacityReport.opening(started, words, Palette.PLAIN).forEach(console::note);
            case StepFinished step -> console.note(text.of(step));
            case StepStarted ignored -> {}
            case LaneFound found -> console.note(CapacityReport.line(found.capacity(), words, Palette.PLAIN));
            case CapacityFinished ignored -> {}
        }
    }
}
