package io.fluxlab.cluster.message;

/**
 * A run at a member. Immutable.
 *
 * @param run the run
 * @param member the member
 */
public record RunAt(long run, String member) {}
