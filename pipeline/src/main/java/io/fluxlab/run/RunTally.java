package io.fluxlab.run;

/**
 * What a run's tasks came to. Immutable.
 *
 * @param tasks how many have ended
 * @param failed how many of these have failed
 * @param items how many items they had
 * @param wallNanos the end of the last one, in nanoseconds since the first could start
 */
record RunTally(int tasks, int failed, long items, long wallNanos) {}
