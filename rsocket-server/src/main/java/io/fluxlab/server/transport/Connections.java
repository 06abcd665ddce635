package io.fluxlab.server.transport;

import io.netty.channel.Channel;
import io.rsocket.RSocketErrorException;
import io.rsocket.frame.ErrorFrameCodec;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The connections of a transport: counts them from when they are accepted, and ends them when it stops, which disposing of
 * a server does not do. Thread-safe.
 *
 * <p>A connection is first of HTTP or waits to be set up, and has a seat from then on.
 */
final class Connections {

    private final ConnectionLimits limits;
    private final Lobby http;
    private final Lobby waiting;
    private final Map<Network, Integer> seats = new HashMap<>();
    private int seated;
    private final Set<GuardedConnection> open = ConcurrentHashMap.newKeySet();

    Connections(ConnectionLimits limits, TransportListener listener) {
        this.limits = limits;
        this.http = new Lobby("httpConnections", limits.http(), limits.perAddress(), listener);
        this.waiting = new Lobby("waitingConnections", limits.waiting(), limits.perAddress(), listener);
    }

    /** Those that speak HTTP. */
    Lobby http() {
        return http;
    }

    /** Those that have still to be set up. */
    Lobby waiting() {
        return waiting;
    }

    /** Gives a connection that is set up its seat until it closes, or says why there is none. */
    synchronized @Nullable Refusal seat(Channel channel, Peer peer) {
        Refusal refusal = refusal(peer);
        if (refusal == null) {
            Network network = Network.of(peer);
            seated++;
            seats.merge(network, 1, Integer::sum);
            waiting.leave(channel);
            channel.closeFuture().addListener(closed -> leave(network));
        }
        return refusal;
    }

    private synchronized void leave(Network network) {
        seated--;
        seats.computeIfPresent(network, (same, count) -> count == 1 ? null : count - 1);
    }

    /** Why there is no seat for this peer now; null if there is one. */
    synchronized @Nullable Refusal refusal(Peer peer) {
        if (seated >= limits.setUp()) {
            return full("connections", limits.setUp(), "the server has that many already");
        }
        Network network = Network.of(peer);
        int most = network.most(limits.setUp(), limits.perAddress());
        return seats.getOrDefault(network, 0) >= most
                ? full("connectionsPerAddress", most, "that many come from this address already")
                : null;
    }

    private static Refusal full(String limit, int most, String explanation) {
        return Refusal.limit(ErrorFrameCodec.REJECTED_SETUP, limit, most, most + 1L, explanation);
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

    /** Tells every peer that speaks RSocket why, and completes when all connections are closed. */
    Mono<Void> close(RSocketErrorException reason) {
        return Mono.defer(() -> {
            Set<GuardedConnection> now = Set.copyOf(open);
            now.forEach(connection -> connection.sendErrorAndClose(reason));
            return Mono.whenDelayError(now.stream()
                            .map(connection -> connection.onClose().onErrorComplete())
                            .toList())
                    .and(http.close())
                    .and(waiting.close());
        });
    }
}
