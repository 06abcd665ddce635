package io.fluxlab.cluster.broker;

import io.fluxlab.cluster.broker.Refusals.Cause;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected over the network. Newcomers take the place of those who have waited longest for theirs, so that nobody
 * keeps others out by waiting; whoever has logged in keeps its place until it leaves. Thread-safe.
 */
final class Places {

    private final EntryLimits limits;
    private final Refusals refusals;
    private final Set<Gate> newcomers = new LinkedHashSet<>();
    private final Set<Gate> loggedIn = new HashSet<>();

    Places(EntryLimits limits, Refusals refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    EntryLimits limits() {
        return limits;
    }

    Refusals refusals() {
        return refusals;
    }

    /** Somebody comes, and somebody else may have to go. */
    void enter(Gate newcomer) {
        Gate leaving = add(newcomer);
        if (leaving != null) {
            leaving.refuse(
                    Cause.TOO_MANY,
                    "%d others have come after it that have shown no token either".formatted(limits.newcomers()));
        }
    }

    private synchronized @Nullable Gate add(Gate newcomer) {
        newcomers.add(newcomer);
        if (newcomers.size() <= limits.newcomers()) {
            return null;
        }
        Gate oldest = newcomers.iterator().next();
        newcomers.remove(oldest);
        return oldest;
    }

    /** A newcomer has logged in; whether there is a place for it. */
    boolean admit(Gate newcomer) {
        if (isFull()) {
            refusals.add(
                    Cause.TOO_MANY,
                    newcomer.who(),
                    "%d connections have logged in already".formatted(limits.connections()));
            return false;
        }
        return move(newcomer);
    }

    private synchronized boolean isFull() {
        return loggedIn.size() >= limits.connections();
    }

    /** Whoever had to go meanwhile has no place. */
    private synchronized boolean move(Gate newcomer) {
        return !isFull() && newcomers.remove(newcomer) && loggedIn.add(newcomer);
    }

    /** Whoever leaves had a place, or has lost it already. */
    synchronized void leave(Gate gate) {
        newcomers.remove(gate);
        loggedIn.remove(gate);
    }
}
