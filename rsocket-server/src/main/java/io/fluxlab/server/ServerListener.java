package io.fluxlab.server;

import io.fluxlab.claim.Claim;
import io.fluxlab.run.RunSummary;
import io.fluxlab.server.identity.Caller;
import io.fluxlab.server.transport.TransportListener;
import io.fluxlab.wire.ErrorBody;

/**
 * Hears of what a server is asked and what becomes of it. Called on event loops and on runs' threads: it must not block.
 * Thread-safe.
 */
public interface ServerListener extends TransportListener {

    /** A listener that does nothing. */
    ServerListener NONE = new ServerListener() {};

    /** A request begins to be answered; {@link #ended} follows in any case. */
    default void started(LabRequest request) {}

    /** What was asked for claims so much of the machine from now on, in place of what it claimed before. */
    default void claimed(LabRequest request, Claim claim) {}

    /** A run that was asked for has ended by itself, with these figures; before {@link #ended}. */
    default void finished(LabRequest request, RunSummary figures) {}

    /** A request was answered to its end, whichever it was. */
    default void ended(LabRequest request, RequestOutcome outcome) {}

    /** A request was refused before anybody could tell what it asks for. */
    default void refused(Caller caller, ErrorBody why) {}
}
