package io.fluxlab.junit.expectation;

/**
 * How many calls of the body on a lane ended on a thread that was none of the lane's. Immutable.
 *
 * @param calls how many ended
 * @param elsewhere how many of them on a thread of somebody else
 * @param threads a name of such threads, such as {@code parallel}; empty where there were none
 */
public record Departure(String lane, long calls, long elsewhere, String threads) {}
