package io.fluxlab.lecture.data;

import io.fluxlab.lecture.data.PrivateDataWorkload.Parameters;
import io.fluxlab.lecture.data.PrivateDataWorkload.Way;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

/**
 * Owners that put their data away on threads of their own and look at it on one of two threads that all share. What is
 * captured and restored is registered with a registry of this run's own: nobody else's threads notice.
 */
final class Hop {

    private static final String KEY = "private-data";

    private final ThreadLocal<String> data = new ThreadLocal<>();
    private final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder()
            .contextRegistry(new ContextRegistry().loadContextAccessors().registerThreadLocalAccessor(KEY, data))
            .build();
    private final Duration hold;
    private final Scheduler before;
    private final Scheduler behind;

    private Hop(Parameters parameters) {
        this.hold = Duration.ofMillis(parameters.holdMillis());
        this.before = Schedulers.newParallel(parameters.owners(), threads("private-data-owner-"));
        this.behind = Schedulers.newParallel(2, threads("private-data-hop-"));
    }

    /** Cold. The end, or cancel, disposes of the threads. */
    static Flux<PrivateDataItem> story(Parameters parameters) {
        return Flux.using(
                () -> new Hop(parameters),
                hop -> Flux.range(1, parameters.owners())
                        .flatMapSequential(owner -> hop.keepAndLook(owner, parameters.way()), parameters.owners()),
                hop -> Disposables.composite(hop.before, hop.behind).dispose());
    }

    private Mono<PrivateDataItem> keepAndLook(int owner, Way way) {
        String mine = PrivateDataObservations.dataOf(owner);
        Mono<PrivateDataItem> look = switch (way) {
            case CONTEXT -> inContext(owner, mine);
            case PROPAGATED -> propagated(owner, mine);
            case THREAD_LOCAL, HOP, FORGOTTEN, REMOVED -> inThreadLocal(owner, mine);
        };
        return look.subscribeOn(before);
    }

    private Mono<PrivateDataItem> inThreadLocal(int owner, String mine) {
        return put(mine).publishOn(behind).map(setOn -> look(owner, mine, PrivateDataObservations.in(data), setOn));
    }

    private Mono<PrivateDataItem> inContext(int owner, String mine) {
        return Mono.defer(() -> Mono.just(threadAfterHolding()))
                .publishOn(behind)
                .flatMap(setOn -> Mono.deferContextual(context -> Mono.just(
                        look(owner, mine, context.<String>getOrEmpty(KEY).orElse(""), setOn))))
                .contextWrite(context -> context.put(KEY, mine));
    }

    private Mono<PrivateDataItem> propagated(int owner, String mine) {
        return Mono.defer(() -> {
            data.set(mine);
            ContextSnapshot captured = snapshots.captureAll();
            return put(mine)
                    .publishOn(behind)
                    .flatMap(setOn -> Mono.deferContextual(context -> {
                        String found = restored(context);
                        return Mono.just(look(owner, mine, found, setOn));
                    }))
                    .contextWrite(context -> captured.updateContext(context));
        });
    }

    /** What the thread-local holds while what the context carries is restored to it. */
    private String restored(ContextView context) {
        try (ContextSnapshot.Scope scope = snapshots.setThreadLocalsFrom(context, KEY)) {
            return PrivateDataObservations.in(data);
        }
    }

    /** Puts the data on this thread, holds it, and takes it away once the signal is on its way; emits the thread's name. */
    private Mono<String> put(String mine) {
        return Mono.fromCallable(() -> {
                    data.set(mine);
                    return threadAfterHolding();
                })
                .doAfterTerminate(data::remove);
    }

    private String threadAfterHolding() {
        PrivateDataObservations.hold(hold);
        return Thread.currentThread().getName();
    }

    private PrivateDataItem look(int owner, String mine, String found, String setOn) {
        return new PrivateDataItem(
                owner, mine, found, setOn, Thread.currentThread().getName(), PrivateDataObservations.in(data));
    }

    /** Numbered from 1 in this run, where Reactor's own names go on counting. */
    private static ThreadFactory threads(String name) {
        return Thread.ofPlatform().daemon().name(name, 1).factory();
    }
}
