package io.fluxlab.scenario.expression;

/** A part of an expression and the value that it had. Immutable. */
public record Seen(String part, Object value) {}
