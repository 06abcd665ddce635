package io.fluxlab.scenario.script;

import io.fluxlab.scenario.Question;
import io.fluxlab.scenario.Text;
import io.fluxlab.scenario.expression.Expression;
import java.util.Map;

/** Makes a question of values that have been checked. Stateless. */
final class QuestionBuilder {

    /** Of what came out: who is off by a quarter at most has understood what happens. */
    private static final double USUALLY_WITHIN = 0.25;

    private QuestionBuilder() {}

    static Question question(Map<String, Object> values) {
        return new Question(String.valueOf(values.get("id")), ScriptBuilder.text(values.get("question")), form(values));
    }

    private static Question.Form form(Map<String, Object> values) {
        if (values.containsKey("number")) {
            return new Question.Amount(
                    Expression.number(String.valueOf(values.get("number")).strip()),
                    values.containsKey("unit") ? ScriptBuilder.text(values.get("unit")) : Text.of(""),
                    ((Number) values.getOrDefault("within", USUALLY_WITHIN)).doubleValue());
        }
        return new Question.Choices(Plain.list(values.get("choices")).values().stream()
                .map(Plain::map)
                .map(choice -> new Question.Choice(
                        ScriptBuilder.text(choice.get("says")), ScriptBuilder.expression(choice.get("when"))))
                .toList());
    }
}
