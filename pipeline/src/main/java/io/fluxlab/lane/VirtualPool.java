package io.fluxlab.lane;

import io.fluxlab.canary.SharedResource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Virtual threads as one of Reactor's schedulers: each command on a thread of its own, or so many at once. */
final class VirtualPool {

    private VirtualPool() {}

    /** So many threads at the most, 0 for any number; they end with the scheduler. */
    static StagePlace.Pool open(String name, int most) {
        ThreadFactory threads = Thread.ofVirtual().name(name + "-", 1).factory();
        ExecutorService executor =
                most == 0 ? Executors.newThreadPerTaskExecutor(threads) : Executors.newFixedThreadPool(most, threads);
        Scheduler scheduler = Schedulers.fromExecutorService(executor, name);
        Mono<Void> close = Mono.fromRunnable(() -> {
            executor.shutdownNow();
            scheduler.dispose();
        });
        int carriers = VirtualSession.carriers(most == 0 ? Integer.MAX_VALUE : most);
        return new StagePlace.Pool(scheduler, () -> carriers, close, List.of(SharedResource.carriers()));
    }
}
