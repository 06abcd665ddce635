package io.fluxlab.cluster.message;

/**
 * A small message that comes back as it is, so that it shows how long the way takes. Immutable.
 *
 * @param run the run that asks
 * @param member who sends it back
 * @param sentNanos when it was sent, by the coordinator's clock
 */
public record Ping(long run, String member, long sentNanos) {}
