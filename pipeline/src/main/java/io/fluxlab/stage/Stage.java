package io.fluxlab.stage;

import io.fluxlab.workload.TaskContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One step of a pipeline. Immutable.
 *
 * @param name what it is called: kebab-case
 * @param function what it does with an element; a {@link io.fluxlab.workload.Call} is the element of the first
 * @param concurrency how many elements of one pipeline may be in it at once
 * @param prefetch how many items of each result are asked for ahead
 */
record Stage(String name, Function function, int concurrency, int prefetch) {

    /** What a stage does. */
    @FunctionalInterface
    interface Function {
        /** What it makes of an element. */
        @Nullable
        Object apply(Object element, TaskContext context) throws Exception;
    }

    /** As {@link reactor.core.publisher.Flux#flatMap} has it. */
    static final int USUAL_CONCURRENCY = 256;

    static final int USUAL_PREFETCH = 32;

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int MOST_CHARACTERS = 40;

    Stage {
        if (!KEBAB_CASE.matcher(name).matches() || name.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a stage's name must be kebab-case like parse-order, of at most %d characters, was %s"
                            .formatted(MOST_CHARACTERS, name));
        }
        positive("concurrency", concurrency);
        positive("prefetch", prefetch);
    }

    static Stage of(String name, Function function) {
        return new Stage(name, function, USUAL_CONCURRENCY, USUAL_PREFETCH);
    }

    Stage withConcurrency(int newConcurrency) {
        return new Stage(name, function, newConcurrency, prefetch);
    }

    Stage withPrefetch(int newPrefetch) {
        return new Stage(name, function, concurrency, newPrefetch);
    }

    private static void positive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s must be at least 1, was %d".formatted(what, value));
        }
    }
}
