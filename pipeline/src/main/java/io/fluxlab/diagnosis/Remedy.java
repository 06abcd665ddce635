package io.fluxlab.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the lab can change by itself to see whether it helps. Immutable.
 *
 * @param lane on which lane to run
 * @param concurrency how many tasks at once; null is as many as the lane runs by itself
 * @param parameters those of the workload that are others; null is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Remedy(
        String lane,
        @Nullable Integer concurrency,
        @Nullable Map<String, Object> parameters) {

    public Remedy {
        parameters = parameters == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Another lane, as a request names it. */
    public static Remedy lane(String lane) {
        return new Remedy(lane, null, null);
    }

    /** The lane with at most so many tasks at once. */
    public static Remedy atMost(String lane, int concurrency) {
        return new Remedy(lane, concurrency, null);
    }

    /** The workload with these parameters changed, on the same lane: what it says itself is right. */
    public static Remedy corrected(String lane, Map<String, Object> parameters) {
        return new Remedy(lane, null, parameters);
    }

    /** What it is called in a comparison: {@code virtual, 16 at once} or {@code virtual, style=fixed}. */
    public String label() {
        return parameters != null
                ? lane + ", " + parametersText()
                : concurrency == null ? lane : lane + ", " + concurrency + " at once";
    }

    /** Its parameters as on a command line; empty where it changes none. */
    public String parametersText() {
        return parameters == null
                ? ""
                : parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }
}
