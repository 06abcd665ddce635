package io.fluxlab.cli.view;

/**
 * Shows events as they come. Its methods are called by the command's thread.
 *
 * @param <E> the events
 */
@FunctionalInterface
public interface View<E> extends AutoCloseable {

    /** Takes in what happened. */
    void accept(E event);

    /** How many characters a line has where this is shown; {@code usual} where nothing tells. */
    default int width(int usual) {
        return usual;
    }

    /** Leaves the terminal as it was found. */
    @Override
    default void close() {}
}
