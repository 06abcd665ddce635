package io.fluxlab.workload;

import org.jspecify.annotations.Nullable;

/**
 * A {@link java.util.function.Function} that may throw.
 *
 * @param <T> what it takes
 * @param <R> what it returns
 */
@FunctionalInterface
public interface CheckedFunction<T, R extends @Nullable Object> {

    /** What it makes of the value. */
    R apply(T value) throws Exception;
}
