package io.fluxlab.scenario.script;

import io.fluxlab.scenario.Expectation;
import io.fluxlab.scenario.Explanation;
import io.fluxlab.scenario.Sample;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.Step;
import io.fluxlab.scenario.Text;
import io.fluxlab.scenario.Twin;
import io.fluxlab.scenario.expression.Expression;
import io.fluxlab.wording.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a scenario of values that have been checked. Confined to one script. */
final class ScriptBuilder {

    /** Longer than any step that comes with Fluxlab takes on a slow machine, and short enough to wait for. */
    private static final long USUAL_LIMIT_MILLIS = 120_000;

    private final YamlTree tree;

    ScriptBuilder(YamlTree tree) {
        this.tree = tree;
    }

    Scenario build(Map<String, Object> script) {
        List<Step> steps = new ArrayList<>();
        Plain.map(script.get("steps")).forEach((id, step) -> steps.add(step(id, Plain.map(step))));
        Heading heading = heading(script);
        return new Scenario(
                heading.name(),
                heading.title(),
                heading.lecture(),
                heading.source(),
                explanation(Plain.map(script.get("explain"))),
                sample(Plain.map(script.get("code"))),
                Plain.list(script.get("original")).values().stream()
                        .map(twin -> twin(Plain.map(twin)))
                        .toList(),
                Plain.list(script.get("ask")).values().stream()
                        .map(question -> QuestionBuilder.question(Plain.map(question)))
                        .toList(),
                steps,
                Plain.list(script.get("expect")).values().stream()
                        .map(expectation -> expectation(Plain.map(expectation)))
                        .toList());
    }

    static Heading heading(Map<String, Object> script) {
        return new Heading(
                String.valueOf(script.get("name")),
                text(script.get("title")),
                String.valueOf(script.getOrDefault("lecture", "")),
                String.valueOf(script.getOrDefault("source", "")));
    }

    private Step step(String id, Map<String, Object> step) {
        StepKind kind = StepKind.of(step).orElseThrow();
        Map<String, Object> full = Plain.map(step.get(kind.key()));
        Map<String, Object> quick = StepRequest.quick(full, Plain.map(step.get("quick")));
        long limitMillis = ((Number) step.getOrDefault("limitMillis", USUAL_LIMIT_MILLIS)).longValue();
        String place = tree.key("/steps/" + id).toString();
        return new Step(id, StepRequest.action(kind, full), StepRequest.action(kind, quick), limitMillis, place);
    }

    private static Expectation expectation(Map<String, Object> values) {
        return new Expectation(
                expression(values.get("that")),
                values.containsKey("given") ? expression(values.get("given")) : null,
                text(values.get("proves")));
    }

    static Expression expression(@Nullable Object source) {
        return Expression.compile(String.valueOf(source).strip());
    }

    private static Explanation explanation(Map<String, Object> values) {
        Map<Language, String> predict = new EnumMap<>(Language.class);
        Map<Language, String> shows = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, Object> part = Plain.map(values.get(language.code()));
            if (!part.isEmpty()) {
                predict.put(language, words(part.get("predict")));
                shows.put(language, words(part.get("shows")));
            }
        }
        return new Explanation(new Text(predict), new Text(shows));
    }

    private static Twin twin(Map<String, Object> values) {
        return new Twin(
                String.valueOf(values.get("python")),
                String.valueOf(values.getOrDefault("java", "")),
                Plain.list(values.get("differs")).values().stream()
                        .map(Plain::map)
                        .map(difference -> new Twin.Difference(
                                String.valueOf(difference.getOrDefault("python", "")),
                                String.valueOf(difference.getOrDefault("java", "")),
                                text(difference.get("says"))))
                        .toList());
    }

    /** Code keeps its lines. */
    private static Sample sample(Map<String, Object> values) {
        return new Sample(
                String.valueOf(values.getOrDefault("wrote", "")).strip(),
                String.valueOf(values.getOrDefault("fixed", "")).strip());
    }

    static Text text(@Nullable Object value) {
        if (value instanceof String words) {
            return Text.of(words(words));
        }
        Map<Language, String> all = new EnumMap<>(Language.class);
        Map<String, Object> given = Plain.map(value);
        for (Language language : Language.values()) {
            if (given.containsKey(language.code())) {
                all.put(language, words(given.get(language.code())));
            }
        }
        return new Text(all);
    }

    /** Where lines break in the file says nothing; an empty line parts paragraphs. */
    private static String words(@Nullable Object value) {
        return Stream.of(String.valueOf(value).strip().split("\\n\\s*\\n"))
                .map(paragraph -> paragraph.replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n\n"));
    }
}
