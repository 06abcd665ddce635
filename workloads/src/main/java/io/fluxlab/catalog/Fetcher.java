package io.fluxlab.catalog;

import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** An HTTP client that lives as long as its plan is open. Thread-safe. */
sealed interface Fetcher permits AsyncFetcher, BlockingFetcher {

    /** The body of the response. Sends the request at subscription; cancel gives it up. */
    Mono<String> fetch(String path, TaskContext context);

    /** A request that holds no thread, before the run, to open a connection. Sends it at subscription. */
    Mono<String> greet(String path, EventLoop home);

    /** Completes once the client has closed. Starts at subscription; may hold {@code scheduler}'s thread meanwhile. */
    Mono<Void> close(Scheduler scheduler);
}
