package io.fluxlab.lecture.data;

import io.fluxlab.lecture.data.PrivateDataWorkload.Parameters;
import io.fluxlab.lecture.data.PrivateDataWorkload.Way;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Jobs one after the other on the only thread of a pool: each looks before it puts its own data there. */
final class PoolThread {

    private static final int IDLE_SECONDS = 60;

    private final ThreadLocal<String> data = new ThreadLocal<>();
    private final Parameters parameters;

    private PoolThread(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Cold. The end, or cancel, disposes of the pool. */
    static Flux<PrivateDataItem> story(Parameters parameters) {
        return Flux.using(
                () -> Schedulers.newBoundedElastic(
                        1,
                        Integer.MAX_VALUE,
                        Thread.ofPlatform()
                                .daemon()
                                .name("private-data-pool-", 1)
                                .factory(),
                        IDLE_SECONDS),
                pool -> {
                    PoolThread jobs = new PoolThread(parameters);
                    return Flux.range(1, parameters.owners())
                            .concatMap(owner -> Mono.fromCallable(() -> jobs.lookAndKeep(owner))
                                    .subscribeOn(pool));
                },
                Scheduler::dispose);
    }

    private PrivateDataItem lookAndKeep(int owner) {
        String mine = PrivateDataObservations.dataOf(owner);
        String found = PrivateDataObservations.in(data);
        data.set(mine);
        try {
            PrivateDataObservations.hold(Duration.ofMillis(parameters.holdMillis()));
        } finally {
            if (parameters.way() == Way.REMOVED) {
                data.remove();
            }
        }
        String thread = Thread.currentThread().getName();
        return new PrivateDataItem(owner, mine, found, thread, thread, PrivateDataObservations.in(data));
    }
}
