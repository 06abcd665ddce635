package io.fluxlab.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.parameter.GivenParameters;
import io.fluxlab.parameter.Param;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of several bodies or settings that are compared on the same lane. Immutable.
 *
 * @param name what it is called in events, tables and the verdict
 * @param workload its workload; null is the request's
 * @param parameters of its own, which go before those of the request; null is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Variant(
        @Param(value = "what it is called", max = Variant.MOST_CHARACTERS)
        String name,

        @Param("name of its workload, the request's where it is missing") @Nullable
        String workload,

        @Param("its parameters, which go before those of the request") @Nullable
        Map<String, Object> parameters) {

    /** The longest name. */
    public static final int MOST_CHARACTERS = 100;

    public Variant {
        parameters = parameters == null ? null : GivenParameters.of(parameters);
    }

    /** The request's workload with these parameters. */
    public static Variant of(String name, Map<String, Object> parameters) {
        return new Variant(name, null, parameters);
    }

    /** Another workload, with the request's parameters. */
    public static Variant of(String name, String workload) {
        return new Variant(name, workload, null);
    }
}
