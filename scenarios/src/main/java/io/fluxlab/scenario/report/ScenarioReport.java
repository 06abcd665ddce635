package io.fluxlab.scenario.report;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One performance of a scenario as a page. Keeps a bounded part of what happened. Not thread-safe. */
public final class ScenarioReport {

    private final Scenario scenario;
    private final Form form;
    private final Map<String, StepStory> steps = new LinkedHashMap<>();
    private final List<Judged> judged = new ArrayList<>();
    private final List<Revealed> revealed = new ArrayList<>();
    private final Map<String, List<Guess>> guesses = new LinkedHashMap<>();
    private @Nullable ScenarioFinished finished;

    /** A report on a scenario that has yet to start. */
    public ScenarioReport(Scenario scenario, Form form) {
        this.scenario = scenario;
        this.form = form;
    }

    /** Takes in what happened. */
    public void accept(ScenarioEvent event) {
        switch (event) {
            case StepStarted step -> steps.put(step.step(), new StepStory(step));
            case OfRun of -> step(of.step()).accept(of.lane(), of.event());
            case OfComparison of -> step(of.step()).accept(of.event());
            case StepBroken broken ->
                step(broken.step()).breakDown(broken.error().message());
            case Judged one -> judged.add(one);
            case Revealed one -> revealed.add(one);
            case ScenarioFinished last -> finished = last;
            case ScenarioStarted ignored -> {}
            case StepFinished end -> step(end.step()).end(end.figures());
        }
    }

    /** Keeps what was guessed at a question, beside what came out. */
    public void guessed(String question, List<Guess> all) {
        guesses.computeIfAbsent(question, id -> new ArrayList<>()).addAll(all);
    }

    /** The page, as HTML. */
    public String html(Language language) {
        return Templates.page(new Page(this, language));
    }

    /** Its file's name in a folder of reports. */
    String fileName() {
        return scenario.name() + ".html";
    }

    Scenario scenario() {
        return scenario;
    }

    Form form() {
        return form;
    }

    List<StepStory> steps() {
        return List.copyOf(steps.values());
    }

    List<Judged> judged() {
        return judged;
    }

    List<Revealed> revealed() {
        return revealed;
    }

    /** What was guessed at a question. */
    List<Guess> guesses(String question) {
        return guesses.getOrDefault(question, List.of());
    }

    ScenarioFinished finished() {
        ScenarioFinished end = finished;
        if (end == null) {
            throw new IllegalStateException("the scenario " + scenario.name() + " has not ended");
        }
        return end;
    }

    private StepStory step(String id) {
        return Objects.requireNonNull(steps.get(id));
    }
}
