package io.fluxlab.process.socket;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Who has connected and has not shown a token yet. They take nothing but a connection, and that neither for long nor in any
 * number: where they crowd, the one that has waited longest must go, so that a child, which shows its token at once, is
 * let in all the same. Confined to one event loop.
 */
final class Strangers {

    /** So many may wait at once. */
    static final int MOST = 64;

    private final Duration patience;
    private final Map<Channel, Future<?>> waiting = new LinkedHashMap<>();

    /**
     * @param patience how long each may wait
     */
    Strangers(Duration patience) {
        this.patience = patience;
    }

    void came(Channel stranger) {
        if (waiting.size() == MOST) {
            Channel first = waiting.keySet().iterator().next();
            left(first);
            first.close();
        }
        Runnable dismissal = stranger::close;
        waiting.put(stranger, stranger.eventLoop().schedule(dismissal, patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** It has gone, or is no stranger any more. */
    void left(Channel stranger) {
        Future<?> dismissal = waiting.remove(stranger);
        if (dismissal != null) {
            dismissal.cancel(false);
        }
    }
}
