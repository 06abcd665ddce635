package io.fluxlab.catalog;

import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The JDK's client, called so that it holds the task's thread; an interrupt ends the call. */
final class BlockingFetcher implements Fetcher {

    private static final Duration GRACE = Duration.ofMillis(500);

    private final URI server;
    private final HttpClient client;

    BlockingFetcher(InetSocketAddress server) {
        this.server = URI.create("http://" + server.getHostString() + ":" + server.getPort());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    @Override
    public Mono<String> fetch(String path, TaskContext context) {
        return Mono.fromCallable(() -> context.blocking(
                () -> client.send(request(path), BodyHandlers.ofString()).body()));
    }

    @Override
    public Mono<String> greet(String path, EventLoop home) {
        return Mono.fromFuture(() -> client.sendAsync(request(path), BodyHandlers.ofString()))
                .map(HttpResponse::body);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).build();
    }

    @Override
    public Mono<Void> close(Scheduler scheduler) {
        return Mono.fromCallable(() -> {
                    client.shutdownNow();
                    return client.awaitTermination(GRACE);
                })
                .subscribeOn(scheduler)
                .then();
    }
}
