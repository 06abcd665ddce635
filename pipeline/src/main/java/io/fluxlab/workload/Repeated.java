package io.fluxlab.workload;

import io.fluxlab.parameter.Param;

/**
 * How often a workload of the user's own runs its body.
 *
 * @param tasks how many tasks
 * @param calls how many calls of the body in each task, one after the other
 */
public record Repeated(
        @Param(value = "how many tasks", min = 1, max = Repeated.MOST_TASKS)
        int tasks,

        @Param(
                value = "how many calls of the body in each task, one after the other",
                min = 1,
                max = Repeated.MOST_CALLS)
        int calls) {

    static final int MOST_TASKS = 1_000_000;
    static final int MOST_CALLS = 1_000_000_000;
}
