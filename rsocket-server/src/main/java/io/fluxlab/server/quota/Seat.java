package io.fluxlab.server.quota;

import java.util.Objects;

/**
 * Where somebody who wants a slot sits. Immutable.
 *
 * @param party its name
 * @param connection one of the party's, by identity
 */
record Seat(String party, Object connection) {

    Seat {
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(connection, "connection");
    }
}
