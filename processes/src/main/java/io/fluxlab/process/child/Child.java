package io.fluxlab.process.child;

import io.rsocket.RSocket;

/**
 * A child that has arrived. Immutable.
 *
 * @param process the parent's hold on it
 * @param connection its answers
 */
public record Child(ChildProcess process, RSocket connection) {}
