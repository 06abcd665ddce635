package io.fluxlab.cli;

import io.fluxlab.comparison.ComparisonEvent;

/** Shows a comparison while it goes on. Its methods are called by the command's thread. */
interface ComparisonView extends AutoCloseable {

    void accept(ComparisonEvent event);

    /** Leaves the screen as it was found. */
    @Override
    default void close() {}
}
