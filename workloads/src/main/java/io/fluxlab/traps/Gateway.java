package io.fluxlab.traps;

import io.fluxlab.claim.Claim;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.resolver.NoopAddressResolverGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * An HTTP server on loopback and a client of it, each with event loops of its own, for one run. Thread-safe.
 *
 * @param client asks the server; as many requests at once as there are
 * @param clientLoops the client's loops
 * @param calls what blocks a loop of the server or of the client
 * @param closing ends the calls, closes all connections and ends the loops, at subscription
 */
record Gateway(HttpClient client, LoopResources clientLoops, LoopCalls calls, Mono<Void> closing) {

    private static final int SERVER_LOOPS = 2;
    private static final int CLIENT_LOOPS = 4;

    private static final Duration QUIET = Duration.ZERO;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What it takes for so many requests at once: loops, their selectors, a listening socket, both ends of each connection. */
    static Claim claim(long requests) {
        return Claim.ofThreads(2L * (SERVER_LOOPS + CLIENT_LOOPS))
                .plus(Claim.ofDescriptors(6L * (SERVER_LOOPS + CLIENT_LOOPS) + 1))
                .plus(Claim.ofHeapBytes(1 << 20))
                .plus(Claim.ofHeapBytes(64 * 1024).plus(Claim.ofDescriptors(2)).times(requests));
    }

    /**
     * Opens both. Starts at subscription.
     *
     * @param isColocated whether a connection that a loop of the client asks for stays on that loop
     * @param answer what the server answers; what blocks in it goes through the calls that it is given
     */
    static Mono<Gateway> open(int requests, boolean isColocated, Function<LoopCalls, Mono<String>> answer) {
        return Mono.defer(() -> {
            LoopResources serverLoops = LoopResources.create("gateway-server", 1, SERVER_LOOPS, true);
            LoopResources clientLoops = LoopResources.create("gateway-client", 1, CLIENT_LOOPS, true, isColocated);
            ConnectionProvider connections = ConnectionProvider.create("gateway", requests);
            ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
            LoopCalls calls = new LoopCalls();
            Mono<Void> closing = Mono.<Void>fromRunnable(calls::close)
                    .then(connections.disposeLater())
                    .then(Mono.<Void>create(sink -> channels.close().addListener(closed -> sink.success())))
                    .then(clientLoops.disposeLater(QUIET, PATIENCE))
                    .then(serverLoops.disposeLater(QUIET, PATIENCE));
            return HttpServer.create()
                    .runOn(serverLoops, false)
                    .channelGroup(channels)
                    .host("127.0.0.1")
                    .port(0)
                    .handle((request, response) -> response.sendString(answer.apply(calls)))
                    .doOnBound(server -> channels.add(server.channel()))
                    .bind()
                    .map(server -> new Gateway(
                            client(connections, server).runOn(clientLoops, false), clientLoops, calls, closing))
                    .onErrorResume(error -> closing.then(Mono.error(error)));
        });
    }

    private static HttpClient client(ConnectionProvider connections, DisposableChannel server) {
        InetSocketAddress address = (InetSocketAddress) server.address();
        return HttpClient.create(connections).remoteAddress(() -> address).resolver(NoopAddressResolverGroup.INSTANCE);
    }

    /** The answer to this path. Starts at subscription; cancel closes the connection. */
    Mono<String> ask(String path) {
        return client.get().uri(path).responseSingle((response, body) -> body.asString());
    }
}
