package io.fluxlab.cluster.message;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is no member asks who has joined. Immutable.
 *
 * @param asker where the {@link Answer} goes
 * @param drain the member that is to go; null where none is
 */
public record Ask(String asker, @Nullable String drain) {}
