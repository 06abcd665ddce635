package io.fluxlab.parameter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters as a request carries them. */
public final class GivenParameters {

    private GivenParameters() {}

    /** An immutable copy in the same order; a parameter that is null counts as not given. */
    public static Map<String, Object> of(Map<String, ? extends @Nullable Object> parameters) {
        Map<String, Object> given = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (value != null) {
                given.put(name, value);
            }
        });
        return Collections.unmodifiableMap(given);
    }
}
