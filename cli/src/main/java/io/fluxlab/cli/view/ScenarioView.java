package io.fluxlab.cli.view;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.cli.figure.ScenarioText;
import io.fluxlab.cli.live.Animation;
import io.fluxlab.scenario.Form;
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
import io.fluxlab.wording.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A scenario for a person: what to predict, each step as it runs and what came of it, what that shows, and what was
 * expected. Not thread-safe.
 */
public final class ScenarioView implements View<ScenarioEvent> {

    private final Scenario scenario;
    private final Form form;
    private final Language language;
    private final Console console;
    private final Palette palette;
    private final boolean live;
    /** The figures of steps of which something else was expected. */
    private final Map<String, Map<String, Map<String, Object>>> doubted = new LinkedHashMap<>();

    private int width;
    private @Nullable StepView step;

    /** A view of one scenario that has yet to start. */
    public ScenarioView(
            Scenario scenario, Form form, Language language, Console console, Palette palette, boolean live) {
        this.scenario = scenario;
        this.form = form;
        this.language = language;
        this.console = console;
        this.palette = palette;
        this.live = live;
        this.width = live ? Animation.terminalWidth() : console.width();
    }

    @Override
    public void accept(ScenarioEvent event) {
        switch (event) {
            case ScenarioStarted ignored -> print(text().opening(scenario, form));
            case StepStarted started -> {
                print(List.of("", text().step(started.step())));
                console.flush();
                step = StepView.of(started, console, ReportWords.in(language), palette, live);
            }
            case OfRun of -> current().accept(of);
            case OfComparison of -> current().accept(of);
            case StepFinished ignored -> {
                StepView ended = current();
                close();
                print(ended.lines(width, palette));
            }
            case StepBroken broken -> {
                close();
                print(text().broken(broken));
            }
            case Judged judged -> {
                if (judged.expectation() == 0) {
                    print(List.of(""));
                    print(text().shows(scenario));
                    print(List.of("", text().expectations()));
                }
                print(text().judged(judged));
                doubted.putAll(judged.figures());
            }
            case ScenarioFinished finished -> {
                print(List.of(""));
                doubted.forEach((step, lanes) -> print(text().figures(step, lanes)));
                print(doubted.isEmpty() ? List.of() : List.of(""));
                print(text().ending(finished));
            }
        }
    }

    private StepView current() {
        return Objects.requireNonNull(step);
    }

    private ScenarioText text() {
        return new ScenarioText(language, palette, width);
    }

    private void print(List<String> lines) {
        lines.forEach(console::line);
        console.flush();
    }

    @Override
    public int width(int usual) {
        return width;
    }

    /** Ends what is shown of a step that has not ended, too. */
    @Override
    public void close() {
        StepView shown = step;
        step = null;
        if (shown != null) {
            width = shown.width(width);
            shown.close();
        }
    }
}
