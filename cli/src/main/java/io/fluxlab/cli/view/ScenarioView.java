package io.fluxlab.cli.view;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.cli.figure.ScenarioText;
import io.fluxlab.cli.live.Animation;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.guess.Guess;
import io.fluxlab.scenario.run.ScenarioEvent;
import io.fluxlab.scenario.run.ScenarioEvent.Judged;
import io.fluxlab.scenario.run.ScenarioEvent.OfComparison;
import io.fluxlab.scenario.run.ScenarioEvent.OfRun;
import io.fluxlab.scenario.run.ScenarioEvent.Revealed;
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
    private final Console console;
    private final Manner manner;
    private final Map<String, List<Guess>> guesses;
    /** The figures of steps of which something else was expected. */
    private final Map<String, Map<String, Map<String, Object>>> doubted = new LinkedHashMap<>();

    private int width;
    private boolean opened;
    private boolean revealing;
    private @Nullable StepView step;

    /**
     * How it is told. Immutable.
     *
     * @param live whether steps are shown while they run
     * @param details whether conditions and items are told, whose names are those of the code
     */
    public record Manner(Language language, Palette palette, boolean live, boolean details) {

        /** What is told in this manner on lines of this width. */
        ScenarioText text(int width) {
            return new ScenarioText(language, palette, width, details);
        }
    }

    /**
     * A view of one scenario that has yet to start.
     *
     * @param guesses what was guessed, by question: told beside what came out
     */
    public ScenarioView(
            Scenario scenario, Form form, Console console, Manner manner, Map<String, List<Guess>> guesses) {
        this.scenario = scenario;
        this.form = form;
        this.console = console;
        this.manner = manner;
        this.guesses = guesses;
        this.width = manner.live() ? Animation.terminalWidth() : console.width();
    }

    /** What it is about, before it starts. */
    public void open() {
        print(text().opening(scenario, form));
        opened = true;
    }

    @Override
    public void accept(ScenarioEvent event) {
        switch (event) {
            case ScenarioStarted ignored -> {
                if (!opened) {
                    open();
                }
            }
            case StepStarted started -> {
                print(List.of("", text().step(started.step())));
                console.flush();
                step = StepView.of(started, console, ReportWords.in(manner.language()), manner);
            }
            case OfRun of -> current().accept(of);
            case OfComparison of -> current().accept(of);
            case StepFinished ignored -> {
                StepView ended = current();
                close();
                print(ended.lines(width, manner.palette()));
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
            case Revealed revealed -> reveal(revealed);
            case ScenarioFinished finished -> {
                print(List.of(""));
                doubted.forEach((step, lanes) -> print(text().figures(step, lanes)));
                print(doubted.isEmpty() ? List.of() : List.of(""));
                print(text().ending(finished));
            }
        }
    }

    /** Only to whoever has guessed: everybody else reads it in what was shown. */
    private void reveal(Revealed revealed) {
        List<Guess> guessed = guesses.get(revealed.question());
        if (guessed == null) {
            return;
        }
        if (!revealing) {
            print(List.of("", text().guesses()));
            revealing = true;
        }
        scenario.questions().stream()
                .filter(question -> question.id().equals(revealed.question()))
                .forEach(question -> print(text().revealed(question, guessed, revealed.answer())));
    }

    private StepView current() {
        return Objects.requireNonNull(step);
    }

    private ScenarioText text() {
        return manner.text(width);
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
