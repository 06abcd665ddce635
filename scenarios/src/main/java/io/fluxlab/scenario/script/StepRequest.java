package io.fluxlab.scenario.script;

import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.run.RunRequest;
import io.fluxlab.scenario.Action;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a step of a script asks for, as plain values, and the requests that are made of them. Stateless. */
final class StepRequest {

    /** Each stands in place of the other. */
    private static final Map<String, String> RATES = Map.of("rate", "ramp", "ramp", "rate");

    private static final String LOAD = "load";
    private static final String PLACEMENTS = "placements";

    private StepRequest() {}

    /** The values of the step with those of its scaled-down form over them; a ramp there takes the place of a rate. */
    static Map<String, Object> quick(Map<String, Object> full, Map<String, Object> quick) {
        Map<String, Object> load = Plain.map(full.get(LOAD));
        RATES.forEach((rate, other) -> {
            if (Plain.map(quick.get(LOAD)).containsKey(rate)) {
                load.remove(other);
            }
        });
        Map<String, Object> below = new LinkedHashMap<>(full);
        below.computeIfPresent(LOAD, (key, old) -> load);
        return Plain.merged(below, quick);
    }

    /**
     * What a step does with these values.
     *
     * @throws io.fluxlab.error.InvalidRequestException where they make no request
     */
    static Action action(StepKind kind, Map<String, Object> values) {
        return switch (kind) {
            case RUN -> runs(values);
            case COMPARE -> new Action.Compares(comparison(values));
            case EXPLAIN -> new Action.Explains(comparison(values));
        };
    }

    /** The lanes, or the placements, that the values name, in their order. */
    static List<String> lanes(Map<String, Object> values) {
        List<String> placements = placements(values);
        return placements.isEmpty()
                ? Stream.concat(
                                Stream.of("lane", "placement").map(values::get).flatMap(Stream::ofNullable),
                                Plain.list(values.get("lanes")).values().stream())
                        .map(String::valueOf)
                        .toList()
                : placements;
    }

    private static ComparisonRequest comparison(Map<String, Object> values) {
        List<String> placements = placements(values);
        return ComparisonRequest.SCHEMA.read(
                placements.isEmpty() ? values : Plain.merged(values, Map.of(PLACEMENTS, placements)));
    }

    /** A list, or a text with semicolons between them as on the command line. */
    static List<String> placements(Map<String, Object> values) {
        Object given = values.get(PLACEMENTS);
        return given instanceof String text
                ? Stream.of(text.split(";", -1))
                        .map(String::strip)
                        .filter(placement -> !placement.isEmpty())
                        .toList()
                : Plain.list(given).values().stream().map(String::valueOf).toList();
    }

    private static Action runs(Map<String, Object> values) {
        if (!values.containsKey("lanes")) {
            return new Action.Runs(List.of(RunRequest.SCHEMA.read(values)));
        }
        return new Action.Runs(Plain.list(values.get("lanes")).values().stream()
                .map(lane -> {
                    Map<String, Object> request = Plain.merged(values, Map.of("lane", lane));
                    request.remove("lanes");
                    return RunRequest.SCHEMA.read(request);
                })
                .toList());
    }
}
