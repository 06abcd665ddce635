package io.fluxlab.server.http;

import java.net.InetAddress;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a lab may be called by in HTTP: {@code localhost} and addresses of loopback, the address that a connection came in
 * on, and names that somebody has allowed; with any port. Immutable.
 *
 * <p>A page of any site can have its own name resolved to this machine, and is then of the same origin as what is served
 * here (DNS rebinding). Its requests still carry its name, by which no lab is called.
 */
public final class AllowedHosts {

    private static final String LOCALHOST = "localhost";

    private final Set<String> names;

    private AllowedHosts(Set<String> names) {
        this.names = names;
    }

    /**
     * Names and addresses that are allowed beside those of loopback and of the connection itself.
     *
     * @throws IllegalArgumentException naming one that is no name or address
     */
    public static AllowedHosts of(Collection<String> names) {
        Set<String> hosts = new LinkedHashSet<>();
        for (String name : names) {
            Authority authority = Authority.parse(isBareAddress(name) ? "[" + name + "]" : name);
            if (authority == null || authority.port() != Authority.NO_PORT || name.endsWith(":")) {
                throw new IllegalArgumentException(
                        "an allowed host must be a name or an address, without port, was " + name);
            }
            hosts.add(authority.host());
        }
        return new AllowedHosts(Set.copyOf(hosts));
    }

    /** These hosts, and the name that the server itself was told to listen on. */
    public AllowedHosts withOwn(String name) {
        Authority authority = Authority.parse(name);
        if (authority == null || authority.port() != Authority.NO_PORT) {
            return this; // an address, which connections come in on
        }
        Set<String> hosts = new LinkedHashSet<>(names);
        hosts.add(authority.host());
        return new AllowedHosts(Set.copyOf(hosts));
    }

    /** An address of IPv6 as people write it outside of URIs. */
    private static boolean isBareAddress(String name) {
        return name.indexOf(':') != name.lastIndexOf(':') && !name.startsWith("[");
    }

    /**
     * Whether a lab may be called by this host.
     *
     * @param local the address that the connection came in on; null if that is not known any more
     */
    boolean allow(Authority authority, @Nullable InetAddress local) {
        if (authority.host().equals(LOCALHOST) || names.contains(authority.host())) {
            return true;
        }
        InetAddress address = authority.address();
        return address != null && (address.isLoopbackAddress() || address.equals(local));
    }
}
