package io.fluxlab.scenario.run;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.lab.RunId;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.scenario.Expectation;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.Question;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.Step;
import io.fluxlab.scenario.expression.Expression;
import io.fluxlab.scenario.expression.Figure;
import io.fluxlab.scenario.expression.Judgement;
import io.fluxlab.scenario.expression.Mention;
import io.fluxlab.scenario.guess.Answer;
import io.fluxlab.scenario.guess.Guess;
import io.fluxlab.scenario.guess.Poll;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one performance of a scenario is going: what its steps gave, and what became of them. Confined to its stream. */
final class ScenarioState {

    private final Scenario scenario;
    private final Form form;
    private final Map<String, List<Guess>> guesses;
    private final Figures figures = new Figures();
    private final Map<String, String> broken = new LinkedHashMap<>();
    private final Map<String, LaneRecord> records = new HashMap<>();
    private final long startNanos = System.nanoTime();
    private long seq;
    private int held;
    private int failed;
    private int undecided;

    ScenarioState(Scenario scenario, Form form, Map<String, List<Guess>> guesses) {
        this.scenario = scenario;
        this.form = form;
        this.guesses = guesses;
    }

    ScenarioEvent started() {
        return new ScenarioEvent.ScenarioStarted(
                seq++,
                atNanos(),
                RunId.random("scenario"),
                scenario.name(),
                scenario.title().words(),
                scenario.lecture(),
                form,
                scenario.steps().stream().map(Step::id).toList());
    }

    ScenarioEvent started(Step step) {
        begin(step, step.lanes());
        return new ScenarioEvent.StepStarted(
                seq++,
                atNanos(),
                step.id(),
                step.action(form).workload(),
                step.lanes(),
                step.compares(),
                step.explains());
    }

    private void begin(Step step, List<String> lanes) {
        records.clear();
        figures.begin(step.id(), lanes);
        Set<Figure> wanted = wanted(step);
        lanes.forEach(lane -> records.put(lane, new LaneRecord(lane, wanted)));
    }

    ScenarioEvent ofRun(Step step, String lane, RunEvent event) {
        record(step, lane, event);
        return new ScenarioEvent.OfRun(seq++, atNanos(), step.id(), lane, event);
    }

    ScenarioEvent ofComparison(Step step, ComparisonEvent event) {
        if (event instanceof ComparisonEvent.ComparisonStarted started) {
            begin(step, started.lanes()); // a search is for placements that no script names
        } else if (event instanceof ComparisonEvent.OfRun run) {
            record(step, run.lane(), run.event());
        } else if (event instanceof ComparisonEvent.Found found) {
            figures.found(step.id(), found);
        } else if (event instanceof ComparisonEvent.Proved proved) {
            figures.proved(step.id(), proved);
        } else if (event instanceof ComparisonEvent.Verdict last) {
            figures.verdict(step.id(), last.verdict());
        }
        return new ScenarioEvent.OfComparison(seq++, atNanos(), step.id(), event);
    }

    ScenarioEvent finished(Step step) {
        return new ScenarioEvent.StepFinished(seq++, atNanos(), step.id(), figures.plain(step.id()));
    }

    ScenarioEvent broken(Step step, Failure error) {
        broken.put(step.id(), error.message());
        return new ScenarioEvent.StepBroken(seq++, atNanos(), step.id(), error);
    }

    ScenarioEvent judge(int index) {
        Expectation expectation = scenario.expectations().get(index);
        List<String> steps = expectation.mentions().stream()
                .map(Mention::step)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        String reason = whyBroken(steps);
        if (!reason.isEmpty()) {
            return judged(index, Judgement.impossible(List.of(), reason), steps);
        }
        Expression given = expectation.given();
        if (given != null) {
            Judgement condition = given.judge(figures.variables());
            if (condition.problem() != null) {
                return judged(index, condition, steps);
            }
            if (!condition.held()) {
                undecided++;
                return judged(index, condition, true, Map.of());
            }
        }
        return judged(index, expectation.that().judge(figures.variables()), steps);
    }

    /** What came out, for a question. */
    ScenarioEvent reveal(int index) {
        Question question = scenario.questions().get(index);
        String reason = whyBroken(
                question.mentions().stream().map(Mention::step).distinct().toList());
        Answer answer = reason.isEmpty() ? Answer.of(question, figures.variables()) : Answer.unknown(reason);
        return new ScenarioEvent.Revealed(
                seq++,
                atNanos(),
                question.id(),
                question.asks().words(),
                answer.choice(),
                answer.value(),
                answer.problem(),
                Poll.of(question, guesses.getOrDefault(question.id(), List.of()), answer)
                        .lines());
    }

    private String whyBroken(List<@Nullable String> steps) {
        return steps.stream()
                .filter(broken::containsKey)
                .map(step -> "step %s broke: %s".formatted(step, broken.get(step)))
                .collect(Collectors.joining("; "));
    }

    ScenarioEvent finished() {
        return new ScenarioEvent.ScenarioFinished(seq++, atNanos(), scenario.name(), held, failed, undecided);
    }

    /** Everything that steps have given so far, as expressions take it: figure to step to lane to value. */
    Map<String, Object> figures() {
        return figures.variables();
    }

    /** Whether anything is to be known of a comparison's runs but what the verdict says. */
    boolean wantsRunEvents(Step step) {
        return wanted(step).stream().anyMatch(figure -> figure.needsEvents() || figure == Figure.COUNT);
    }

    private ScenarioEvent judged(int index, Judgement judgement, List<String> steps) {
        Map<String, Map<String, Map<String, Object>>> raw = new LinkedHashMap<>();
        if (judgement.held()) {
            held++;
        } else {
            failed++;
            steps.forEach(step -> raw.put(step, figures.plain(step)));
        }
        return judged(index, judgement, false, raw);
    }

    private ScenarioEvent judged(
            int index, Judgement judgement, boolean undecided, Map<String, Map<String, Map<String, Object>>> raw) {
        Expectation expectation = scenario.expectations().get(index);
        Expression given = expectation.given();
        return new ScenarioEvent.Judged(
                seq++,
                atNanos(),
                index,
                expectation.that().source(),
                given == null ? null : given.source(),
                expectation.proves().words(),
                judgement.held(),
                undecided,
                judgement.seen(),
                judgement.problem(),
                raw);
    }

    private void record(Step step, String lane, RunEvent event) {
        LaneRecord record = records.get(lane);
        if (record != null) {
            record.accept(event, figures.of(step.id(), lane));
        }
    }

    /** What expectations want to know of a step; a mention that names no step may mean each. */
    private Set<Figure> wanted(Step step) {
        Set<Figure> wanted = EnumSet.noneOf(Figure.class);
        Stream.concat(
                        scenario.expectations().stream().flatMap(expectation -> expectation.mentions().stream()),
                        scenario.questions().stream().flatMap(question -> question.mentions().stream()))
                .filter(mention -> mention.step() == null || step.id().equals(mention.step()))
                .forEach(mention -> wanted.add(mention.figure()));
        return wanted;
    }

    private long atNanos() {
        return System.nanoTime() - startNanos;
    }
}
