package io.fluxlab.traps;

import io.fluxlab.parameter.Param;
import java.util.Optional;

/**
 * How a trap runs whose steps take time.
 *
 * @param style which form of it
 * @param tasks how many tasks
 * @param millis how long a step takes, in milliseconds
 */
public record Timed(
        @Param("as people wrote it, or put right") Style style,

        @Param(value = "how many tasks", min = 1, max = 10_000)
        int tasks,

        @Param(value = "milliseconds that a step of a task takes", min = 1, max = 3_600_000)
        int millis) {

    /** This one put right; empty where it is right. */
    Optional<Timed> corrected() {
        return style == Style.WRITTEN ? Optional.of(new Timed(Style.FIXED, tasks, millis)) : Optional.empty();
    }
}
