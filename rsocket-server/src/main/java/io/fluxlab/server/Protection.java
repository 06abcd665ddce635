package io.fluxlab.server;

import java.net.InetAddress;
import java.util.EnumSet;
import java.util.Set;

/** What a lab must have before other machines may reach it. */
public enum Protection {
    /** A certificate, so that nobody listens on the way. */
    TLS,
    /** A credentials file, so that not everybody may use it. */
    CREDENTIALS;

    /** What is missing where a server is bound to this address: nothing on loopback, whatever the settings say. */
    static Set<Protection> missing(InetAddress bound, SecuritySettings security) {
        EnumSet<Protection> missing = EnumSet.noneOf(Protection.class);
        if (!bound.isLoopbackAddress()) {
            if (security.tls().isEmpty()) {
                missing.add(TLS);
            }
            if (security.credentials().isEmpty()) {
                missing.add(CREDENTIALS);
            }
        }
        return missing;
    }
}
