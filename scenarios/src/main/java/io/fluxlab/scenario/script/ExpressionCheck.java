package io.fluxlab.scenario.script;

import io.fluxlab.scenario.expression.Expression;
import io.fluxlab.scenario.expression.Mention;
import io.fluxlab.scenario.expression.WrongExpressionException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compiles what a script expects, and looks whether every step and lane that it names is there. Confined to one script. */
final class ExpressionCheck {

    private static final List<String> CONDITIONS = List.of("given", "that");

    private final YamlTree tree;
    private final Map<String, Object> steps;
    private final List<Mistake> mistakes = new ArrayList<>();

    ExpressionCheck(YamlTree tree, Map<String, Object> script) {
        this.tree = tree;
        this.steps = Plain.map(script.get("steps"));
    }

    List<Mistake> check(Map<String, Object> script) {
        Plain.list(script.get("expect"))
                .forEach((index, expectation) -> CONDITIONS.forEach(key -> {
                    if (Plain.map(expectation).get(key) instanceof String condition) {
                        check(condition, "/expect/" + index + "/" + key);
                    }
                }));
        return mistakes;
    }

    private void check(String condition, String pointer) {
        try {
            Expression.compile(condition).mentions().forEach(mention -> check(mention, pointer));
        } catch (WrongExpressionException e) {
            e.faults().forEach(fault -> mistakes.add(new Mistake(tree.inText(pointer, fault.at()), fault.message())));
        }
    }

    private void check(Mention mention, String pointer) {
        String id = mention.step();
        if (id == null) {
            return;
        }
        Mark mark = tree.inText(pointer, mention.stepAt());
        if (!steps.containsKey(id)) {
            mistakes.add(Mistake.unknown(mark, "step", id, steps.keySet()));
            return;
        }
        Map<String, Object> step = Plain.map(steps.get(id));
        StepKind kind = StepKind.of(step).orElse(StepKind.EXPLAIN); // the schema minds a step that does nothing
        if (mention.figure().ofComparisonsOnly() && kind == StepKind.RUN) {
            mistakes.add(new Mistake(
                    mark,
                    "only a comparison has %s, and step \"%s\" is a run"
                            .formatted(mention.figure().id(), id)));
        }
        if (mention.figure().ofExplanationsOnly() && kind != StepKind.EXPLAIN) {
            mistakes.add(new Mistake(
                    mark,
                    "only an explanation has %s, and step \"%s\" is a %s"
                            .formatted(mention.figure().id(), id, kind == StepKind.RUN ? "run" : "comparison")));
        }
        String lane = mention.lane();
        if (lane != null && mention.figure().perLane() && !lanes(step).contains(lane)) {
            mistakes.add(
                    Mistake.unknown(tree.inText(pointer, mention.laneAt()), "lane of step " + id, lane, lanes(step)));
        }
    }

    private static Collection<String> lanes(Map<String, Object> step) {
        Map<String, Object> request = new LinkedHashMap<>();
        for (StepKind kind : StepKind.values()) {
            request.putAll(Plain.map(step.get(kind.key())));
        }
        return Stream.concat(Stream.ofNullable(request.get("lane")), Plain.list(request.get("lanes")).values().stream())
                .map(String::valueOf)
                .toList();
    }
}
