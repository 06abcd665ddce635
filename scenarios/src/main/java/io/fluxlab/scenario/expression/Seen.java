package io.fluxlab.scenario.expression;

/**
 * A part of an expression and the value that it had. Immutable.
 *
 * @param part the part, as it is written
 * @param value its value
 * @param inner whether it is a part of another part that was seen
 */
public record Seen(String part, Object value, boolean inner) {}
