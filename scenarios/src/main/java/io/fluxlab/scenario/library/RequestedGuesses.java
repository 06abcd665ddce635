package io.fluxlab.scenario.library;

import io.fluxlab.error.FieldError;
import io.fluxlab.library.ScenarioRequest;
import io.fluxlab.parameter.Names;
import io.fluxlab.scenario.Question;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.guess.Guess;
import io.fluxlab.scenario.guess.GuessReader;
import io.fluxlab.scenario.guess.WrongGuessException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The guesses of a request, read. Immutable.
 *
 * @param guesses by question
 * @param errors what could not be read
 */
public record RequestedGuesses(Map<String, List<Guess>> guesses, List<FieldError> errors) {

    private static final String FIELD = "guesses.";

    public RequestedGuesses {
        errors = List.copyOf(errors);
    }

    /** Those of a request for this scenario. */
    public static RequestedGuesses of(Scenario scenario, ScenarioRequest request) {
        Map<String, List<Guess>> read = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        Map<String, Object> given = request.guesses() == null ? Map.of() : request.guesses();
        given.forEach((id, text) -> {
            @Nullable Question question = question(scenario, id);
            if (question == null) {
                errors.add(new FieldError(FIELD + Names.shortened(id), text, unknown(scenario, id)));
            } else if (text instanceof String typed) {
                try {
                    read.put(id, GuessReader.read(question, typed));
                } catch (WrongGuessException e) {
                    errors.add(new FieldError(FIELD + id, text, e.in(request.language())));
                }
            } else {
                errors.add(new FieldError(FIELD + id, text, "must be a text such as 'Anna: b, a x12', was " + text));
            }
        });
        return new RequestedGuesses(read, errors);
    }

    private static @Nullable Question question(Scenario scenario, String id) {
        return scenario.questions().stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static String unknown(Scenario scenario, String id) {
        List<String> ids = scenario.questions().stream().map(Question::id).toList();
        return ids.isEmpty()
                ? scenario.name() + " asks nothing"
                : "unknown question of " + scenario.name() + " " + Names.shortened(id) + Names.hint(id, ids);
    }
}
