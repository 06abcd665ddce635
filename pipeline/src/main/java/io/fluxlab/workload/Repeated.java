package io.fluxlab.workload;

import io.fluxlab.parameter.Param;

/**
 * How often a workload of the user's own runs its body.
 *
 * @param tasks how many tasks; 0 lets the lab choose
 * @param calls how many calls of the body in each task, one after the other; 0 lets the lab choose
 */
public record Repeated(
        @Param(value = "how many tasks, 0 for as many as fit what a call takes", min = 0, max = Repeated.MOST_TASKS)
        int tasks,

        @Param(
                value = "how many calls of the body in each task, one after the other, 0 for as many as fit",
                min = 0,
                max = Repeated.MOST_CALLS)
        int calls) {

    static final int MOST_TASKS = 1_000_000;
    static final int MOST_CALLS = 1_000_000_000;

    /** What a plan has where nobody has tried the body. */
    private static final Repeated UNTRIED = new Repeated(16, 1);

    /** Whether the lab has to choose. */
    boolean isOpen() {
        return tasks == 0 || calls == 0;
    }

    /** These sizes, with others in place of those that are open. */
    Repeated closed() {
        return new Repeated(tasks == 0 ? UNTRIED.tasks : tasks, calls == 0 ? UNTRIED.calls : calls);
    }
}
