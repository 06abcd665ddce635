package io.fluxlab.scenario;

/**
 * What a person should know. Immutable.
 *
 * @param predict what to think about before it runs
 * @param shows what the run then shows
 */
public record Explanation(Text predict, Text shows) {}
