package io.fluxlab.cluster.message;

import java.util.List;

/**
 * Who has joined. Immutable.
 *
 * @param members as they are now
 * @param found whether the member that is to go is among them
 */
public record Answer(List<MemberState> members, boolean found) {}
