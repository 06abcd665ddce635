package io.fluxlab.workload;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A workload made of a body that a user gives: in each task one call after the other, as far as there is demand.
 *
 * @param about what is told of it
 * @param usual how often the body is called where a request does not say
 * @param lifecycle what all tasks of a run share
 * @param inputs the input of each task, null where that is its number
 * @param label what each task is called
 * @param body makes a call
 */
record RepeatedWorkload<S, I>(
        About about,
        Repeated usual,
        Lifecycle<S> lifecycle,
        @Nullable IntFunction<? extends I> inputs,
        IntFunction<String> label,
        CheckedFunction<Call<S, I>, ? extends @Nullable Object> body)
        implements Workload<Repeated> {

    /** What is told of a workload: see the methods of {@link Workload}. */
    record About(
            String name,
            String summary,
            Kind kind,
            @Nullable Recipe recipe) {

        private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

        About {
            if (!KEBAB_CASE.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "a workload's name must be kebab-case like parse-order, was " + name);
            }
        }
    }

    @Override
    public String name() {
        return about.name();
    }

    @Override
    public Optional<Recipe> recipe() {
        return Optional.ofNullable(about.recipe());
    }

    @Override
    public String summary() {
        return about.summary();
    }

    @Override
    public Kind kind() {
        return about.kind();
    }

    @Override
    public Repeated defaults() {
        return usual;
    }

    @Override
    public Plan plan(Repeated parameters) {
        return new RepeatedPlan<>(this, parameters.closed());
    }

    @Override
    public Optional<Sizing<Repeated>> sizing(Repeated parameters) {
        return parameters.isOpen() ? Optional.of(new RepeatedSizing(parameters)) : Optional.empty();
    }
}
