package io.fluxlab.server.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do; each role may do what those before it may. */
public enum Role {
    /** Lists workloads and lanes. */
    VIEWER,
    /** Runs, compares, and steers runs of its own. */
    RUNNER,
    /** Everything. */
    OPERATOR;

    /** The role of this name. */
    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }

    /** The role's name in files, on the command line and in logs. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this role may do what the other may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
