package io.fluxlab.cluster.message;

import io.fluxlab.measure.RemoteUse;

/**
 * What a run has used at a member. Immutable.
 *
 * @param run the run
 * @param member the member
 * @param use since its plan was opened there
 */
public record Used(long run, String member, RemoteUse use) {}
