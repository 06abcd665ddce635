package io.fluxlab.cluster.message;

/**
 * A member as it is now. Immutable.
 *
 * @param name what it calls itself
 * @param host its machine
 * @param pid its process
 * @param lanes how many tasks it runs at once
 * @param busy how many of its lanes have a group
 * @param draining whether it gets no more groups
 */
public record MemberState(String name, String host, long pid, int lanes, int busy, boolean draining) {}
