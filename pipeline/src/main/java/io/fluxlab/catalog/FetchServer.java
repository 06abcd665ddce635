package io.fluxlab.catalog;

import io.fluxlab.loop.HomeLoop;
import java.net.InetSocketAddress;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.DisposableChannel;
import reactor.netty.http.server.HttpServer;

/** An HTTP server on loopback that answers every request after a while; with an event loop of its own. Thread-safe. */
final class FetchServer {

    private final Duration latency;
    private final HomeLoop home = HomeLoop.open("fetch-server");

    FetchServer(Duration latency) {
        this.latency = latency;
    }

    /** Listens on a free port. Starts at subscription. */
    Mono<InetSocketAddress> bind() {
        return HttpServer.create()
                .runOn(new OneLoop(home.loop()), false)
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> response.sendString(
                        Mono.delay(latency, home.scheduler()).thenReturn("answer to " + request.uri())))
                .bind()
                .map(DisposableChannel::address)
                .cast(InetSocketAddress.class);
    }

    /** The server's own thread. */
    Scheduler scheduler() {
        return home.scheduler();
    }

    /** Completes once the thread has ended, and every connection with it. Starts at subscription. */
    Mono<Void> close() {
        return home.close();
    }
}
