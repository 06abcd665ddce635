package io.fluxlab.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.parameter.Param;
import io.fluxlab.parameter.Schema;
import io.fluxlab.wording.Language;
import org.jspecify.annotations.Nullable;

/**
 * Which scenario is to be shown, and how much of it. Immutable.
 *
 * @param lang the one language of its texts; null is all that there are
 * @param answers whether what it shows and expects is told, too; null is not
 * @param code whether the programs that it stands beside are told, too; null is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScenarioQuery(
        @Param(value = "name of the scenario", max = 200) String name,

        @Param("the one language of its texts, all where it is missing") @Nullable
        Language lang,

        @Param("whether what it shows and expects is told, too") @Nullable
        Boolean answers,

        @Param("whether the lecture's programs and their twins in Java are told, too") @Nullable
        Boolean code) {

    /** The fields of a query, for whoever reads one from plain values. */
    public static final Schema<ScenarioQuery> SCHEMA = Schema.of("a scenario query", ScenarioQuery.class);

    /** What may be seen before it has run. */
    public static ScenarioQuery of(String name) {
        return new ScenarioQuery(name, null, null, null);
    }

    /** Whether what it shows and expects is told, too. */
    public boolean wantsAnswers() {
        return Boolean.TRUE.equals(answers);
    }

    /** Whether programs are told, too. */
    public boolean wantsCode() {
        return Boolean.TRUE.equals(code);
    }
}
