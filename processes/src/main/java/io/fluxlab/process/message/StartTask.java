package io.fluxlab.process.message;

/**
 * Asks for a task of the open plan. Immutable.
 *
 * @param task its index
 * @param skip how many of its items came from an earlier attempt, and are not wanted again
 */
public record StartTask(int task, long skip) {}
