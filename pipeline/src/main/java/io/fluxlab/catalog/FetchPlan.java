package io.fluxlab.catalog;

import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Requests to a server and through a client that live as long as the plan is open. Thread-safe. */
final class FetchPlan implements Plan {

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

    @Override
    public Mono<Void> open() {
        return Mono.defer(() -> {
            FetchServer opened = new FetchServer(Duration.ofMillis(parameters.latencyMillis()));
            server = opened;
            return opened.bind()
                    .doOnNext(address -> fetcher = fetcherTo(address))
                    .then();
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
