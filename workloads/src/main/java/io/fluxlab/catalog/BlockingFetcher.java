package io.fluxlab.catalog;

import io.fluxlab.claim.Claim;
import io.fluxlab.loop.LabThreads;
import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The JDK's client, called so that it holds the task's thread; an interrupt ends the call. */
final class BlockingFetcher implements Fetcher {

    private static final Duration GRACE = Duration.ofMillis(500);

    /** The client would start a thread for each response that comes while others are being read. */
    private static final int READERS = 4;

    /** The client: its readers, and a thread with a selector of three descriptors. */
    static final Claim CLAIM = Claim.ofThreads(READERS + 1).plus(Claim.ofDescriptors(3));

    /** A connection, with both of its ends and the stack of who waits for it. */
    static final Claim CLAIM_OF_CONNECTION = Claim.ofHeapBytes(32 * 1024).plus(Claim.ofDescriptors(2));

    private final URI server;
    private final ExecutorService readers =
            Executors.newFixedThreadPool(READERS, new DefaultThreadFactory(LabThreads.name("fetch-client"), true));
    private final HttpClient client;

    BlockingFetcher(InetSocketAddress server) {
        this.server = URI.create("http://" + server.getHostString() + ":" + server.getPort());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .executor(readers)
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
                    boolean ended = client.awaitTermination(GRACE);
                    readers.shutdownNow();
                    return ended;
                })
                .subscribeOn(scheduler)
                .then();
    }
}
