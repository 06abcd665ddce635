package io.fluxlab.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.parameter.Param;
import io.fluxlab.parameter.Schema;
import io.fluxlab.wording.Language;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that is to run, as data. Immutable.
 *
 * @param scenario its name
 * @param quick whether it runs scaled down; null is as it is written
 * @param lang in which language verdicts are given; null is English
 * @param progress whether it is told how far the runs of comparisons are; null is not
 * @param runEvents whether all events of the runs of comparisons are told; null is those that expectations ask for
 * @param guesses what was guessed, by the id of the question, as people type it: {@code Anna: b, a x12}; null is nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScenarioRequest(
        @Param(value = "name of the scenario", max = 200) String scenario,

        @Param("whether it runs scaled down, which it does not where it is missing") @Nullable
        Boolean quick,

        @Param("in which language verdicts are given, English where it is missing") @Nullable
        Language lang,

        @Param("whether it is told how far the runs of comparisons are") @Nullable
        Boolean progress,

        @Param("whether all events of the runs of comparisons are told") @Nullable
        Boolean runEvents,

        @Param("what was guessed: by the id of the question, a text such as 'Anna: b, a x12'") @Nullable
        Map<String, Object> guesses) {

    /** The fields of a request, for whoever reads one from plain values. */
    public static final Schema<ScenarioRequest> SCHEMA = Schema.of("a scenario request", ScenarioRequest.class);

    public ScenarioRequest {
        guesses = guesses == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(guesses));
    }

    /** A scenario as it is written. */
    public static ScenarioRequest of(String scenario) {
        return new ScenarioRequest(scenario, null, null, null, null, null);
    }

    /** This request for the form that is scaled down. */
    public ScenarioRequest scaledDown() {
        return new ScenarioRequest(scenario, true, lang, progress, runEvents, guesses);
    }

    /** This request with verdicts in this language. */
    public ScenarioRequest in(Language newLang) {
        return new ScenarioRequest(scenario, quick, newLang, progress, runEvents, guesses);
    }

    /** This request with all events of the runs of comparisons. */
    public ScenarioRequest withRunEvents() {
        return new ScenarioRequest(scenario, quick, lang, progress, true, guesses);
    }

    /** This request with guesses, as people type them, by question. */
    public ScenarioRequest guessing(Map<String, String> newGuesses) {
        return new ScenarioRequest(scenario, quick, lang, progress, runEvents, new LinkedHashMap<>(newGuesses));
    }

    /** In which language verdicts are given. */
    public Language language() {
        return lang == null ? Language.EN : lang;
    }
}
