package io.fluxlab.cluster.message;

/**
 * What a run or a member is told. Immutable.
 *
 * @param run the run that is meant; 0 where it is none
 * @param member the member
 * @param code what went wrong, in kebab-case
 * @param message the same for people
 */
public record Told(long run, String member, String code, String message) {}
