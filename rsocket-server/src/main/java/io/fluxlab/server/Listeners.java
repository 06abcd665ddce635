package io.fluxlab.server;

import io.fluxlab.claim.Claim;
import io.fluxlab.run.RunSummary;
import io.fluxlab.server.identity.Caller;
import io.fluxlab.server.transport.Peer;
import io.fluxlab.wire.ErrorBody;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several listeners as one: each hears everything, also where another one fails on it. Thread-safe if they are. */
final class Listeners implements ServerListener {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<ServerListener> listeners;

    Listeners(List<ServerListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void opened(Peer peer) {
        tell(listener -> listener.opened(peer));
    }

    @Override
    public void closed(Peer peer) {
        tell(listener -> listener.closed(peer));
    }

    @Override
    public void refused(Peer peer, ErrorBody why) {
        tell(listener -> listener.refused(peer, why));
    }

    @Override
    public void started(LabRequest request) {
        tell(listener -> listener.started(request));
    }

    @Override
    public void claimed(LabRequest request, Claim claim) {
        tell(listener -> listener.claimed(request, claim));
    }

    @Override
    public void finished(LabRequest request, RunSummary figures) {
        tell(listener -> listener.finished(request, figures));
    }

    @Override
    public void ended(LabRequest request, RequestOutcome outcome) {
        tell(listener -> listener.ended(request, outcome));
    }

    @Override
    public void refused(Caller caller, ErrorBody why) {
        tell(listener -> listener.refused(caller, why));
    }

    private void tell(Consumer<ServerListener> what) {
        for (ServerListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) { // it only listens: the request goes on
                LOG.error("a listener of the server failed", e);
            }
        }
    }
}
