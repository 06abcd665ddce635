package io.fluxlab.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the lab can change by itself to see whether it helps. Immutable.
 *
 * @param lane on which lane to run
 * @param concurrency how many tasks at once; null is as many as the lane runs by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Remedy(String lane, @Nullable Integer concurrency) {

    /** Another lane, as a request names it. */
    public static Remedy lane(String lane) {
        return new Remedy(lane, null);
    }

    /** The lane with at most so many tasks at once. */
    public static Remedy atMost(String lane, int concurrency) {
        return new Remedy(lane, concurrency);
    }

    /** What it is called in a comparison: {@code virtual, 16 at once}. */
    public String label() {
        return concurrency == null ? lane : lane + ", " + concurrency + " at once";
    }
}
