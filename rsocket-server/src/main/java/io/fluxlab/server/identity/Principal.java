package io.fluxlab.server.identity;

import java.util.Objects;

/**
 * Somebody who may use a served lab. Immutable.
 *
 * @param name what logs, quotas and the audit call it
 * @param role what it may do
 */
public record Principal(String name, Role role) {

    /** Whoever comes to a server that asks nobody who they are. */
    public static final Principal ANYBODY = new Principal("anybody", Role.OPERATOR);

    public Principal {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
    }
}
