package io.fluxlab.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.run.RunRequest;
import io.fluxlab.scenario.Action;
import io.fluxlab.scenario.Expectation;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.Step;
import io.fluxlab.wording.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A world in which an expectation is wrong, and must be found to be.
 *
 * @param broken in a sentence, what is wrong with this world
 * @param requests step to what is asked of the lab instead, which then really runs
 * @param steps step to another one, whose figures stand for its own
 * @param lanes step to lane to another lane of it, whose figures stand for its own
 * @param items step to what its items are instead
 * @param figures figure to step to lane to value: what else came out
 */
record Mutation(
        String broken,
        Map<String, Object> requests,
        Map<String, Object> steps,
        Map<String, Object> lanes,
        Map<String, Object> items,
        Map<String, Object> figures) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .withConfigOverride(
                    java.time.Duration.class,
                    override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .build();

    /** Those of a scenario's expectations, by the English sentence that each proves. */
    static Map<String, Mutation> of(String scenario) {
        try (var file = Mutation.class.getResourceAsStream("/mutations/" + scenario + ".yaml")) {
            if (file == null) {
                return Map.of();
            }
            Map<String, Mutation> mutations = new LinkedHashMap<>();
            map(new Load(LoadSettings.builder()
                                    .setAllowDuplicateKeys(false)
                                    .setLabel(scenario)
                                    .build())
                            .loadFromInputStream(file))
                    .forEach((proves, change) -> mutations.put(proves, of(proves, map(change))));
            return mutations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mutation of(String proves, Map<String, Object> change) {
        assertThat(List.of("broken", "requests", "steps", "lanes", "items", "figures"))
                .as("keys of the mutation for: %s", proves)
                .containsAll(change.keySet());
        return new Mutation(
                Objects.requireNonNull(change.get("broken"), proves).toString(),
                map(change.get("requests")),
                map(change.get("steps")),
                map(change.get("lanes")),
                map(change.get("items")),
                map(change.get("figures")));
    }

    /** The sentence by which an expectation is found. */
    static String key(Expectation expectation) {
        return expectation.proves().in(Language.EN);
    }

    /** What comes of a scenario in this world, as far as this expectation asks. */
    Map<String, Object> world(Performance performance, Expectation expectation) {
        Map<String, Object> world = Worlds.copy(performance.figures());
        requests.forEach(
                (id, other) -> Worlds.replace(world, id, ran(performance.scenario(), id, map(other), expectation)));
        steps.forEach((id, other) -> Worlds.replace(world, id, Worlds.ofStep(performance.figures(), other.toString())));
        lanes.forEach(
                (id, swaps) -> map(swaps).forEach((lane, other) -> Worlds.swap(world, id, lane, other.toString())));
        items.forEach((id, edits) -> (edits instanceof List<?> list ? list : List.of(edits))
                .forEach(edit -> ItemEdit.of(map(edit)).apply(world, id)));
        Worlds.merge(world, figures);
        return world;
    }

    private static Map<String, Object> ran(
            Scenario scenario, String id, Map<String, Object> other, Expectation expectation) {
        var step = scenario.steps().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        var action = action(step.action(Form.QUICK), other);
        var alone = new Scenario(
                scenario.name(),
                scenario.title(),
                scenario.lecture(),
                scenario.source(),
                scenario.explanation(),
                scenario.sample(),
                List.of(),
                List.of(),
                List.of(new Step(id, action, action, step.limitMillis(), step.place())),
                List.of(expectation));
        var performance = Performance.of(alone);
        assertThat(performance.broken()).isEmpty();
        return Worlds.ofStep(performance.figures(), id);
    }

    private static Action action(Action action, Map<String, Object> other) {
        return switch (action) {
            case Action.Runs runs -> {
                List<RunRequest> requests = new ArrayList<>();
                runs.requests().forEach(request -> requests.add(RunRequest.SCHEMA.read(values(request, other))));
                yield new Action.Runs(requests);
            }
            case Action.Compares compares ->
                new Action.Compares(ComparisonRequest.SCHEMA.read(values(compares.request(), other)));
            case Action.Explains explains ->
                new Action.Explains(ComparisonRequest.SCHEMA.read(values(explains.request(), other)));
        };
    }

    private static Map<String, Object> values(Object request, Map<String, Object> other) {
        Map<String, Object> values = map(MAPPER.convertValue(request, Map.class));
        Worlds.merge(values, other);
        return values;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
