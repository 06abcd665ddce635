package io.fluxlab.server.transport;

import io.netty.channel.Channel;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.FutureMono;

/**
 * Channels that have still to show what they are for. Nobody is kept out: where there are too many, a newcomer takes the
 * place of whoever of the most numerous network has been here longest. Who does what it came for at once is gone before
 * that; who waits to keep others out, waits in vain. Thread-safe.
 */
final class Lobby {

    private final String limit;
    private final int most;
    private final int mostPerAddress;
    private final TransportListener listener;

    /** In the order in which they came. */
    private final Map<Channel, Peer> guests = new LinkedHashMap<>();

    private final Map<Network, Integer> counts = new HashMap<>();

    /**
     * @param limit what the bound is called where somebody has to go
     * @param listener hears who has to
     */
    Lobby(String limit, int most, int mostPerAddress, TransportListener listener) {
        this.limit = limit;
        this.most = most;
        this.mostPerAddress = mostPerAddress;
        this.listener = listener;
    }

    /** Somebody who has to go. */
    private record Eviction(Channel channel, Peer peer, int bound) {}

    /** Lets a channel in, at another's expense if need be, until it leaves or closes; who is here already comes anew. */
    void enter(Channel channel, Peer peer) {
        Eviction eviction = admit(channel, peer);
        channel.closeFuture().addListener(closed -> leave(channel));
        if (eviction != null) {
            Refusal why = Refusal.limit(limit, eviction.bound, eviction.bound + 1L, "this one has waited longest");
            listener.refused(eviction.peer, why.body());
            eviction.channel.close();
        }
    }

    private synchronized @Nullable Eviction admit(Channel channel, Peer peer) {
        leave(channel);
        Network network = Network.of(peer);
        guests.put(channel, peer);
        int ofNetwork = counts.merge(network, 1, Integer::sum);
        int bound = network.most(most, mostPerAddress);
        if (ofNetwork > bound) {
            return evict(bound, network::equals);
        }
        int largest = Collections.max(counts.values());
        return guests.size() > most ? evict(most, each -> counts.getOrDefault(each, 0) == largest) : null;
    }

    /** Lets the oldest of these networks go. */
    private Eviction evict(int bound, Predicate<Network> networks) {
        Map.Entry<Channel, Peer> oldest = guests.entrySet().stream()
                .filter(guest -> networks.test(Network.of(guest.getValue())))
                .findFirst()
                .orElseThrow();
        Eviction eviction = new Eviction(oldest.getKey(), oldest.getValue(), bound);
        leave(eviction.channel);
        return eviction;
    }

    /** Comes anew, as the youngest, unless it has gone. */
    synchronized void refresh(Channel channel) {
        Peer peer = guests.remove(channel);
        if (peer != null) {
            guests.put(channel, peer);
        }
    }

    synchronized void leave(Channel channel) {
        Peer peer = guests.remove(channel);
        if (peer != null) {
            counts.computeIfPresent(Network.of(peer), (network, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Closes all who are here now; completes when they are closed. */
    Mono<Void> close() {
        return Mono.defer(() -> Mono.whenDelayError(channels().stream()
                .map(channel -> FutureMono.from(channel.close()).onErrorComplete())
                .toList()));
    }

    private synchronized Set<Channel> channels() {
        return Set.copyOf(guests.keySet());
    }

    synchronized int count() {
        return guests.size();
    }
}
