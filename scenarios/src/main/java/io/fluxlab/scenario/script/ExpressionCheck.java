package io.fluxlab.scenario.script;

import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.scenario.expression.Expression;
import io.fluxlab.scenario.expression.Figure;
import io.fluxlab.scenario.expression.Mention;
import io.fluxlab.scenario.expression.WrongExpressionException;
import io.fluxlab.stage.Placement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

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
                        check(Expression::compile, condition, "/expect/" + index + "/" + key);
                    }
                }));
        Set<Object> ids = new HashSet<>();
        Plain.list(script.get("ask")).forEach((index, question) -> {
            Object id = Plain.map(question).get("id");
            if (id != null && !ids.add(id)) {
                Mark mark = tree.value("/ask/" + index + "/id");
                mistakes.add(new Mistake(mark, "there is a question \"%s\" already".formatted(id)));
            }
            checkQuestion(Plain.map(question), "/ask/" + index);
        });
        return mistakes;
    }

    private void checkQuestion(Map<String, Object> question, String pointer) {
        if (question.get("number") instanceof String number) {
            check(Expression::number, number, pointer + "/number");
        }
        Plain.list(question.get("choices")).forEach((index, choice) -> {
            if (Plain.map(choice).get("when") instanceof String condition) {
                check(Expression::compile, condition, pointer + "/choices/" + index + "/when");
            }
        });
    }

    private void check(Function<String, Expression> compiler, String source, String pointer) {
        try {
            compiler.apply(source).mentions().forEach(mention -> check(mention, pointer));
        } catch (WrongExpressionException e) {
            e.faults().forEach(fault -> mistakes.add(new Mistake(tree.inText(pointer, fault.at()), fault.message())));
        }
    }

    private void check(Mention mention, String pointer) {
        String id = mention.step();
        if (id == null) {
            return;
        }
        Mark mark = tree.inText(pointer, mention.at().step());
        if (!steps.containsKey(id)) {
            mistakes.add(Mistake.unknown(mark, "step", id, steps.keySet()));
            return;
        }
        Map<String, Object> step = Plain.map(steps.get(id));
        StepKind kind = StepKind.of(step).orElse(StepKind.EXPLAIN); // the schema minds a step that does nothing
        Map<String, Object> request = Plain.map(step.get(kind.key()));
        checkSource(mention.figure(), id, kind, request, mark);
        String lane = mention.lane();
        if (lane != null && mention.figure().perLane()) {
            checkLane(lane, id, request, tree.inText(pointer, mention.at().lane()));
        }
        String field = mention.field();
        List<String> fields = mention.figure().fields();
        if (field != null && !fields.isEmpty() && !fields.contains(field)) {
            String what = "figure of " + mention.figure().id();
            mistakes.add(Mistake.unknown(tree.inText(pointer, mention.at().field()), what, field, fields));
        }
    }

    /** Whether the step is of the kind that has the figure. */
    private void checkSource(Figure figure, String id, StepKind kind, Map<String, Object> request, Mark mark) {
        String is = "is %s".formatted(kind == StepKind.RUN ? "a run" : "a comparison");
        if (figure.ofComparisonsOnly() && kind == StepKind.RUN) {
            onlyWith("a comparison", figure, id, is, mark);
        } else if (figure.ofExplanationsOnly() && kind != StepKind.EXPLAIN) {
            onlyWith("an explanation", figure, id, is, mark);
        } else if (figure.ofLoadsOnly() && !request.containsKey("load")) {
            onlyWith("a step with a load", figure, id, "has none", mark);
        } else if (figure.ofPlacementsOnly() && !request.containsKey("placements")) {
            onlyWith("a comparison of placements", figure, id, "compares none", mark);
        } else if (figure.ofTracesOnly() && !Boolean.TRUE.equals(request.get("trace"))) {
            onlyWith("a run with trace: true", figure, id, "is none", mark);
        }
    }

    private void onlyWith(String what, Figure figure, String id, String but, Mark mark) {
        mistakes.add(new Mistake(mark, "only %s has %s, and step \"%s\" %s".formatted(what, figure.id(), id, but)));
    }

    private void checkLane(String lane, String id, Map<String, Object> request, Mark mark) {
        List<String> lanes = StepRequest.lanes(request);
        boolean isAnyPlacement = lanes.equals(List.of(ComparisonRequest.BEST));
        if (isAnyPlacement && !lane.contains(Placement.AT)) {
            mistakes.add(new Mistake(
                    mark,
                    "step %s tries all placements: name one in full, such as \"fetch@event-loop,parse@parallel\", was \"%s\""
                            .formatted(id, lane)));
        } else if (!isAnyPlacement && !lanes.contains(lane)) {
            mistakes.add(Mistake.unknown(mark, "lane of step " + id, lane, lanes));
        }
    }
}
