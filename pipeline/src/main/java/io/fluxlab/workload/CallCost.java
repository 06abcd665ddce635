package io.fluxlab.workload;

/**
 * What a call of a body takes, as far as trying it has told. Immutable.
 *
 * @param wallNanos how long it takes, in nanoseconds
 * @param isWaiting whether it spends most of that without computing
 */
public record CallCost(long wallNanos, boolean isWaiting) {}
