package io.fluxlab.canary;

import java.time.Duration;

/** Asks a shared thing for a sign of life. Thread-safe. */
interface Probe {

    /** Has the thing itself run {@code answer} when it gets to it, and not before so much time has gone by. */
    void send(Duration untilDue, Runnable answer);
}
