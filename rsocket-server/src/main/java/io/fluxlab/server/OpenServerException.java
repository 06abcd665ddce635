package io.fluxlab.server;

import java.util.Set;

/** A server was not started because other machines could have used it unprotected. */
public final class OpenServerException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Set<Protection> missing;

    OpenServerException(String host, Set<Protection> missing) {
        super("other machines reach a lab on host %s, and %s missing".formatted(host, text(missing)));
        this.missing = Set.copyOf(missing);
    }

    private static String text(Set<Protection> missing) {
        return missing.size() > 1
                ? "TLS and credentials are"
                : missing.contains(Protection.TLS) ? "TLS is" : "credentials are";
    }

    /** What it lacks. */
    public Set<Protection> missing() {
        return missing;
    }
}
