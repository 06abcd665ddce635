package io.fluxlab.cluster.message;

/**
 * How far a task may go. Immutable.
 *
 * @param dispatch the group that the task is in
 * @param task its index
 * @param limit how many items it may have emitted, from its first
 */
public record Credit(long dispatch, int task, long limit) {}
