package io.fluxlab.cluster.message;

/**
 * A worker that wants to join. Immutable.
 *
 * @param member what it calls itself: another name each time that it joins
 * @param host its machine
 * @param pid its process
 * @param lanes how many tasks it runs at once
 * @param build what it is made of
 */
public record Hello(String member, String host, long pid, int lanes, Build build) {}
