package io.fluxlab.catalog;

import io.fluxlab.claim.Claim;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.LabThreads;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.netty.DisposableChannel;
import reactor.netty.http.server.HttpServer;

/**
 * An HTTP server on loopback that answers every request after a while, but for greetings, which it answers once all guests
 * have sent theirs, so that each has a connection; with an event loop of its own. Thread-safe.
 */
final class FetchServer {

    /** Without its connections: a loop, which has two descriptors for its selector, and a listening socket. */
    static final Claim CLAIM = Claim.ofThreads(1).plus(Claim.ofDescriptors(3));

    /** The path of a greeting. */
    static final String GREETING = "/greeting";

    private final Duration latency;
    private final AtomicInteger missing;
    private final Sinks.Empty<Void> complete = Sinks.empty();
    private final HomeLoop home = HomeLoop.open(LabThreads.name("fetch-server"));

    /** The listening channel and every connection. What comes after it was closed is closed at once. */
    private final ChannelGroup channels = new DefaultChannelGroup(home.loop(), true);

    FetchServer(Duration latency, int guests) {
        this.latency = latency;
        this.missing = new AtomicInteger(guests);
    }

    /** Listens on a free port. Starts at subscription. */
    Mono<InetSocketAddress> bind() {
        return HttpServer.create()
                .runOn(new OneLoop(home.loop()), false)
                .channelGroup(channels)
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) ->
                        response.sendString(answer(request.uri()).thenReturn("answer to " + request.uri())))
                .doOnBound(server -> channels.add(server.channel()))
                .bind()
                .map(DisposableChannel::address)
                .cast(InetSocketAddress.class);
    }

    private Mono<?> answer(String uri) {
        if (!uri.equals(GREETING)) {
            return Mono.delay(latency, home.scheduler());
        }
        if (missing.decrementAndGet() == 0) {
            complete.tryEmitEmpty();
        }
        return complete.asMono();
    }

    /** The server's own thread. */
    Scheduler scheduler() {
        return home.scheduler();
    }

    /** Completes once every channel is closed and the thread has ended. Starts at subscription. */
    Mono<Void> close() {
        return Mono.<Void>create(sink -> channels.close().addListener(closed -> sink.success()))
                .then(home.close());
    }
}
