package io.fluxlab.server.transport;

import io.netty.channel.Channel;
import io.rsocket.RSocketErrorException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/**
 * The connections of a transport: counts them when they are accepted, and ends them when it stops, which disposing of a
 * server does not do. Thread-safe.
 */
final class Connections {

    /** Whether a new connection may stay. */
    enum Admission {
        ADMITTED,
        /** There are too many; it is told so and closed. */
        REFUSED,
        /** There are far too many; it is closed without a word. */
        DROPPED
    }

    /** So many beyond the limit get an answer at the same time. */
    private static final int ANSWERED = 32;

    private final int most;
    private final AtomicInteger admitted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Set<GuardedConnection> open = ConcurrentHashMap.newKeySet();

    Connections(int most) {
        this.most = most;
    }

    /** Counts a channel from now until it closes. */
    Admission admit(Channel channel) {
        if (counted(admitted, most, channel)) {
            return Admission.ADMITTED;
        }
        return counted(refused, ANSWERED, channel) ? Admission.REFUSED : Admission.DROPPED;
    }

    private static boolean counted(AtomicInteger count, int most, Channel channel) {
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            return false;
        }
        channel.closeFuture().addListener(closed -> count.decrementAndGet());
        return true;
    }

    /** What a connection beyond the limit is told. */
    Refusal refusal(int errorCode) {
        return Refusal.limit(errorCode, "connections", most, most + 1, "the server has that many already");
    }

    /** Remembers a connection until it closes. */
    void add(GuardedConnection connection) {
        open.add(connection);
        connection.onClose().subscribe(nothing -> {}, error -> open.remove(connection), () -> open.remove(connection));
    }

    /** Connections that speak RSocket now. */
    int count() {
        return open.size();
    }

    /** Tells every peer why, and completes when all connections are closed. */
    Mono<Void> close(RSocketErrorException reason) {
        return Mono.defer(() -> {
            Set<GuardedConnection> now = Set.copyOf(open);
            now.forEach(connection -> connection.sendErrorAndClose(reason));
            return Mono.whenDelayError(now.stream()
                    .map(connection -> connection.onClose().onErrorComplete())
                    .toList());
        });
    }
}
