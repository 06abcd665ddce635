package io.fluxlab.workload;

/**
 * A {@link java.util.function.Consumer} that may throw.
 *
 * @param <T> what it takes
 */
@FunctionalInterface
public interface CheckedConsumer<T> {

    /** Takes it. */
    void accept(T value) throws Exception;
}
