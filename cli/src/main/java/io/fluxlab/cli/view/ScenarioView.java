package io.fluxlab.cli.view;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.figure.ComparisonCourse;
import io.fluxlab.cli.figure.RunCourse;
import io.fluxlab.cli.figure.ScenarioText;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.Language;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.run.ScenarioEvent;
import io.fluxlab.scenario.run.ScenarioEvent.Judged;
import io.fluxlab.scenario.run.ScenarioEvent.OfComparison;
import io.fluxlab.scenario.run.ScenarioEvent.OfRun;
import io.fluxlab.scenario.run.ScenarioEvent.ScenarioFinished;
import io.fluxlab.scenario.run.ScenarioEvent.ScenarioStarted;
import io.fluxlab.scenario.run.ScenarioEvent.StepBroken;
import io.fluxlab.scenario.run.ScenarioEvent.StepFinished;
import io.fluxlab.scenario.run.ScenarioEvent.StepStarted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario for a person: what to predict, each step as it runs and what came of it, what that shows, and what was
 * expected. Not thread-safe.
 */
public final class ScenarioView implements View<ScenarioEvent> {

    private final Scenario scenario;
    private final Form form;
    private final Console console;
    private final Palette palette;
    private final Language language;
    private final boolean live;
    private int width;
    private @Nullable View<ComparisonEvent> comparison;
    private @Nullable View<RunEvent> run;
    private ComparisonCourse comparisonCourse = new ComparisonCourse();
    private RunCourse runCourse = new RunCourse();

    /** A view of one scenario that has yet to start. */
    public ScenarioView(
            Scenario scenario, Form form, Language language, Console console, Palette palette, boolean live) {
        this.scenario = scenario;
        this.form = form;
        this.language = language;
        this.console = console;
        this.palette = palette;
        this.live = live;
        this.width = console.width();
    }

    @Override
    public void accept(ScenarioEvent event) {
        switch (event) {
            case ScenarioStarted ignored -> print(text().opening(scenario, form));
            case StepStarted step -> {
                print(List.of("", text().heading(step)));
                console.flush();
            }
            case OfRun of -> accept(of);
            case OfComparison of -> accept(of);
            case StepFinished ignored -> {}
            case StepBroken step -> {
                close();
                print(text().broken(step));
            }
            case Judged judged -> {
                if (judged.expectation() == 0) {
                    print(List.of(""));
                    print(text().shows(scenario));
                    print(List.of("", text().expectations()));
                }
                print(text().judged(judged));
            }
            case ScenarioFinished finished -> {
                print(List.of(""));
                print(text().ending(finished));
                console.flush();
            }
        }
    }

    private void accept(OfRun of) {
        RunEvent event = of.event();
        if (event instanceof RunStarted started) {
            runCourse = new RunCourse();
            run = live ? new LiveRun(started.workload(), started.lane(), palette) : ignored -> {};
        }
        runCourse.accept(event);
        View<RunEvent> view = run;
        if (view != null) {
            view.accept(event);
        }
        if (event instanceof RunFinished) {
            close();
            print(runCourse.report().lines(palette));
        }
    }

    private void accept(OfComparison of) {
        ComparisonEvent event = of.event();
        View<ComparisonEvent> view = comparison;
        if (view == null) {
            comparisonCourse = new ComparisonCourse();
            view = live ? new LiveComparison(palette) : new RoundLines(console);
            comparison = view;
        }
        comparisonCourse.accept(event);
        view.accept(event);
        if (event instanceof ComparisonEvent.Verdict) {
            close();
            print(comparisonCourse.report().lines(width, palette));
        }
    }

    private ScenarioText text() {
        return new ScenarioText(language, palette, width);
    }

    private void print(List<String> lines) {
        lines.forEach(console::line);
    }

    @Override
    public void close() {
        View<ComparisonEvent> ofComparison = comparison;
        View<RunEvent> ofRun = run;
        comparison = null;
        run = null;
        if (ofComparison != null) {
            width = ofComparison.width(width);
            ofComparison.close();
        }
        if (ofRun != null) {
            width = ofRun.width(width);
            ofRun.close();
        }
    }
}
