package io.fluxlab.junit.expectation;

/**
 * Where a thread was found again and again. Immutable.
 *
 * @param where the call that held it and the line of the user's code, such as {@code Thread.sleep at Orders.load(Orders.java:31)}
 * @param looks how often it was found there
 */
public record Sighting(String where, int looks) {}
