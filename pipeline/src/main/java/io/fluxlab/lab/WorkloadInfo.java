package io.fluxlab.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fluxlab.workload.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workload as a lab lists it. Immutable.
 *
 * @param name what requests call it
 * @param summary what it does, in a sentence
 * @param kind what it mostly does
 * @param parameters a JSON Schema
 * @param stages the stages of its pipeline where parameters are not given, in their order; empty where there is none that
 *     could be placed
 */
public record WorkloadInfo(
        String name,
        String summary,
        Kind kind,
        Map<String, Object> parameters,
        @JsonInclude(Include.NON_EMPTY) List<String> stages) {

    public WorkloadInfo {
        @Nullable List<String> given = stages; // an older server tells none
        stages = given == null ? List.of() : List.copyOf(given);
    }
}
