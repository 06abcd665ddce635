package io.fluxlab.history;

import org.jspecify.annotations.Nullable;

/**
 * Which code it is whose runs are kept. Immutable.
 *
 * @param version of Fluxlab
 * @param commit of the code that is measured, where a submission names none; null where nobody knows
 */
public record Origin(String version, @Nullable String commit) {}
