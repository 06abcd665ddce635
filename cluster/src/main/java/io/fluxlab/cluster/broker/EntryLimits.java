package io.fluxlab.cluster.broker;

import java.time.Duration;

/**
 * How many may be connected to a coordinator over the network. Immutable.
 *
 * @param connections those that have logged in with the cluster's token; further ones are turned away
 * @param newcomers those that have not yet; where there are more, the one goes that has waited longest
 * @param patience how long a newcomer may take to log in, its TLS handshake included
 */
public record EntryLimits(int connections, int newcomers, Duration patience) {

    /** How many connections have a place where nobody says it: each worker has one, and each question to the coordinator. */
    public static final int DEFAULT_CONNECTIONS = 256;

    /** Room for 256 workers, and for 128 newcomers with five seconds each. */
    public static final EntryLimits DEFAULT = new EntryLimits(DEFAULT_CONNECTIONS, 128, Duration.ofSeconds(5));

    /** Limits that make sense. */
    public EntryLimits {
        atLeastOne("connections", connections);
        atLeastOne("newcomers", newcomers);
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience must be longer than nothing, was " + patience);
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s must be at least 1, was %d".formatted(name, value));
        }
    }

    /** These limits with another number of connections that have logged in. */
    public EntryLimits withConnections(int most) {
        return new EntryLimits(most, newcomers, patience);
    }
}
