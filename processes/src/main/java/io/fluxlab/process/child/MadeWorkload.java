package io.fluxlab.process.child;

import io.fluxlab.workload.Recipe;
import io.fluxlab.workload.Subject;
import io.fluxlab.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * The workload that a child made last, which stays: made anew for each run, its classes would be loaded anew, and would never get
 * warm. Thread-safe.
 */
public final class MadeWorkload {

    private @Nullable Recipe recipe;
    private @Nullable Workload<?> made;

    /** None yet. */
    public MadeWorkload() {}

    /**
     * The workload of this recipe, the one that was made before where that is the same.
     *
     * @throws IllegalArgumentException where the recipe's maker is not on the class path
     */
    public synchronized Workload<?> of(Recipe newRecipe) {
        Workload<?> last = made;
        if (last != null && newRecipe.equals(recipe)) {
            return last;
        }
        Workload<?> next = Subject.made(newRecipe);
        recipe = newRecipe;
        made = next;
        return next;
    }
}
