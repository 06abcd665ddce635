package io.fluxlab.catalog;

import io.fluxlab.claim.Claim;
import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import io.netty.resolver.NoopAddressResolverGroup;
import java.net.InetSocketAddress;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Reactor Netty's client on the run's home loop, with a pool in which every request finds a connection. */
final class AsyncFetcher implements Fetcher {

    /** A connection, with both of its ends. */
    static final Claim CLAIM = Claim.ofHeapBytes(16 * 1024).plus(Claim.ofDescriptors(2));

    private final ConnectionProvider connections;
    private final HttpClient client;

    AsyncFetcher(InetSocketAddress server, int requests) {
        this.connections = ConnectionProvider.create("fetch", requests);
        this.client =
                HttpClient.create(connections).remoteAddress(() -> server).resolver(NoopAddressResolverGroup.INSTANCE);
    }

    @Override
    public Mono<String> fetch(String path, TaskContext context) {
        return greet(path, context.loop());
    }

    @Override
    public Mono<String> greet(String path, EventLoop home) {
        return client.runOn(new OneLoop(home), false)
                .get()
                .uri(path)
                .responseSingle((response, body) -> body.asString());
    }

    @Override
    public Mono<Void> close(Scheduler scheduler) {
        return connections.disposeLater();
    }
}
