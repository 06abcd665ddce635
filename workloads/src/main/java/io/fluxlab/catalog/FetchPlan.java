package io.fluxlab.catalog;

import io.fluxlab.claim.Claim;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Requests to a server and through a client that live as long as the plan is open. Both have been at work before the clock
 * starts, as in a service that has been running: opening connections is not what the requests are about. Thread-safe.
 */
final class FetchPlan implements Plan {

    private static final int MOST_CONNECTIONS = 256;

    private final FetchWorkload.Parameters parameters;
    private volatile @Nullable FetchServer server;
    private volatile @Nullable Fetcher fetcher;

    FetchPlan(FetchWorkload.Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public int size() {
        return parameters.requests();
    }

    @Override
    public String label(int task) {
        return "fetch " + path(task);
    }

    @Override
    public Publisher<String> body(int task, TaskContext context) {
        return Objects.requireNonNull(fetcher, "open comes before body").fetch(path(task), context);
    }

    /** A connection for each request at once, and for each guest: two sockets, both of them in this JVM. */
    @Override
    public Claim claim(AtOnce atOnce) {
        int connections = Math.max(atOnce.tasks(), guests());
        return FetchServer.CLAIM.plus(
                switch (parameters.style()) {
                    case ASYNC -> AsyncFetcher.CLAIM.times(connections);
                    case BLOCKING -> BlockingFetcher.CLAIM.plus(BlockingFetcher.CLAIM_OF_CONNECTION.times(connections));
                });
    }

    private int guests() {
        return Math.min(parameters.requests(), MOST_CONNECTIONS);
    }

    @Override
    public Mono<Void> open(EventLoop home) {
        return Mono.defer(() -> {
            int guests = guests();
            FetchServer opened = new FetchServer(Duration.ofMillis(parameters.latencyMillis()), guests);
            server = opened;
            return opened.bind().flatMap(address -> {
                Fetcher connected = fetcherTo(address);
                fetcher = connected;
                return Flux.range(0, guests)
                        .flatMap(guest -> connected.greet(FetchServer.GREETING, home), guests)
                        .then();
            });
        });
    }

    @Override
    public Mono<Void> close() {
        return Mono.defer(() -> {
            FetchServer opened = server;
            Fetcher connected = fetcher;
            if (opened == null) {
                return Mono.empty();
            }
            return connected == null
                    ? opened.close()
                    : connected.close(opened.scheduler()).then(opened.close());
        });
    }

    private Fetcher fetcherTo(InetSocketAddress address) {
        return switch (parameters.style()) {
            case ASYNC -> new AsyncFetcher(address, parameters.requests());
            case BLOCKING -> new BlockingFetcher(address);
        };
    }

    private static String path(int task) {
        return "/" + task;
    }
}
