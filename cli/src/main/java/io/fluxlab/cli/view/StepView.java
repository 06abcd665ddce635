package io.fluxlab.cli.view;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.figure.ComparisonSummary;
import io.fluxlab.cli.figure.LaneRunsSummary;
import io.fluxlab.cli.figure.Report;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.run.RunEvent;
import io.fluxlab.scenario.run.ScenarioEvent.OfComparison;
import io.fluxlab.scenario.run.ScenarioEvent.OfRun;
import io.fluxlab.scenario.run.ScenarioEvent.StepStarted;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One step of a scenario while it runs, and then what came of it. Not thread-safe. */
sealed interface StepView extends AutoCloseable {

    /** Begins to show a step, before it starts to run. */
    static StepView of(StepStarted step, Console console, ReportWords words, ScenarioView.Manner manner) {
        boolean live = manner.live();
        Palette palette = manner.palette();
        if (step.compares()) {
            return new OfLanes(
                    live ? new LiveComparison(words, palette) : new RoundLines(console, words),
                    new ComparisonSummary(words, List.of()),
                    step.explains() ? words : null);
        }
        View<RunEvent> view = live ? new LiveRun(step.workload(), step.lanes().get(0), words, palette) : ignored -> {};
        return new OfRuns(view, new LaneRunsSummary(words, manner.details()));
    }

    /** Takes in what happened. */
    void accept(OfRun event);

    /** Takes in what happened. */
    void accept(OfComparison event);

    /** How wide a line is where this is shown. */
    int width(int usual);

    /** What came of the step, when it has ended. */
    List<String> lines(int width, Palette palette);

    @Override
    void close();

    /** Runs, one on each lane. */
    record OfRuns(View<RunEvent> view, LaneRunsSummary summary) implements StepView {

        @Override
        public void accept(OfRun event) {
            summary.accept(event.lane(), event.event());
            view.accept(event.event());
        }

        @Override
        public void accept(OfComparison event) {
            throw new IllegalStateException("step " + event.step() + " is no comparison");
        }

        @Override
        public int width(int usual) {
            return view.width(usual);
        }

        @Override
        public List<String> lines(int width, Palette palette) {
            return summary.lines(width, palette);
        }

        @Override
        public void close() {
            view.close();
        }
    }

    /** A comparison of lanes; where they are explained, {@code explained} has the words for it, and else it is null. */
    record OfLanes(
            View<ComparisonEvent> view,
            ComparisonSummary summary,
            @Nullable ReportWords explained) implements StepView {

        @Override
        public void accept(OfRun event) {
            throw new IllegalStateException("step " + event.step() + " is a comparison");
        }

        @Override
        public void accept(OfComparison event) {
            summary.accept(event.event());
            view.accept(event.event());
        }

        @Override
        public int width(int usual) {
            return view.width(usual);
        }

        @Override
        public List<String> lines(int width, Palette palette) {
            if (explained == null) {
                return summary.report().lines(width, palette);
            }
            return Stream.concat(
                            Report.opening(summary.report().started(), explained, palette).stream(),
                            summary.explanation().lines(width, palette).stream())
                    .toList();
        }

        @Override
        public void close() {
            view.close();
        }
    }
}
