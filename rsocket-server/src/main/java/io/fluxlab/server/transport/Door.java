package io.fluxlab.server.transport;

import java.util.Locale;

/** How a connection came in. */
public enum Door {
    /** RSocket over TCP. */
    TCP,
    /** RSocket over WebSocket. */
    WEBSOCKET,
    /** Plain HTTP. */
    HTTP,
    /** RSocket within this JVM. */
    LOCAL;

    /** The door's name in logs and figures. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
