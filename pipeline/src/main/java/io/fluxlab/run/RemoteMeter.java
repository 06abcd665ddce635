package io.fluxlab.run;

import io.fluxlab.lane.LaneSession;

/** Tells what a run has used of CPUs outside this JVM, each nanosecond once. Thread-safe. */
final class RemoteMeter {

    private final LaneSession session;
    private final RemoteCpu listener;
    private long toldNanos;

    RemoteMeter(LaneSession session, RemoteCpu listener) {
        this.session = session;
        this.listener = listener;
    }

    /** Tells what is known now and was not told yet. */
    synchronized void tell() {
        long more = session.remoteUse().cpuNanos() - toldNanos;
        if (more > 0) {
            toldNanos += more;
            listener.used(more);
        }
    }
}
