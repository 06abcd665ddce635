package io.fluxlab.cluster;

import io.fluxlab.cluster.broker.Broker;
import io.fluxlab.cluster.coordinator.ClusterSource;
import io.fluxlab.cluster.coordinator.Coordinator;
import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.Address;
import io.fluxlab.cluster.worker.LocalWorkerProgram;
import io.fluxlab.cluster.worker.LocalWorkerProgram.Join;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.loop.LabThreads;
import io.fluxlab.process.child.Child;
import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.child.Children;
import io.rsocket.Payload;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A coordinator in this JVM with workers in child processes of it, which are replaced where they end. Thread-safe. Opens
 * once; later it is as it was opened.
 */
final class LocalCluster implements ClusterSource {

    private static final Duration LOOK = Duration.ofMillis(5);

    /** How long a worker may take to join that has a CPU to itself. */
    private static final Duration JOINING = Duration.ofSeconds(30);

    private final ClusterSettings settings;
    private final Duration patience;
    private final boolean kept;
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private final Sinks.Empty<Void> childrenGone = Sinks.empty();
    private final Sinks.One<Throwable> broken = Sinks.one();
    private @Nullable Mono<Coordinator> opened;
    private volatile @Nullable Coordinator coordinator;
    private volatile boolean started;

    /**
     * A cluster that is not there yet.
     *
     * @param kept whether it outlives a run
     */
    LocalCluster(ClusterSettings settings, Duration patience, boolean kept) {
        this.settings = settings;
        this.patience = patience;
        this.kept = kept;
    }

    @Override
    public Mono<Coordinator> open(int tasks) {
        return Mono.defer(() -> cluster(tasks));
    }

    private synchronized Mono<Coordinator> cluster(int tasks) {
        Mono<Coordinator> known = opened;
        if (known == null) {
            Scheduler starting = Schedulers.newSingle(LabThreads.name("cluster-start"), true);
            known = Mono.fromCallable(this::start)
                    .flatMap(started -> workers(started, tasks, starting).thenReturn(started))
                    .subscribeOn(starting)
                    .doFinally(end -> starting.dispose())
                    .cache();
            opened = known;
        }
        return known;
    }

    private Coordinator start() throws Exception {
        Coordinator begun = Coordinator.open(Access.onLoopback(Address.LOOPBACK, Broker.newToken()), patience);
        coordinator = begun;
        return begun;
    }

    private Mono<Void> workers(Coordinator begun, int tasks, Scheduler clock) {
        int workers = settings.workers();
        int lanes = Math.ceilDiv(Math.max(tasks, settings.lanesOrUsual()), workers);
        started = true;
        Children.during(children -> Flux.range(0, workers)
                        .flatMap(each -> worker(children, begun.access(), lanes), workers)
                        .takeUntilOther(closing.asMono()))
                .subscribe(
                        nothing -> {},
                        error -> {
                            broken.tryEmitValue(error);
                            childrenGone.tryEmitEmpty();
                        },
                        childrenGone::tryEmitEmpty);
        Duration joining =
                JOINING.multipliedBy(Math.ceilDiv(workers, Runtime.getRuntime().availableProcessors()));
        return Flux.interval(Duration.ZERO, LOOK, clock)
                .onBackpressureDrop()
                .takeUntil(look -> begun.members().size() >= workers)
                .takeUntilOther(broken.asMono().flatMap(Mono::error))
                .then()
                .timeout(
                        joining,
                        Mono.error(() -> new BrokenRunException(
                                "process-failed", "workers did not join within %d s".formatted(joining.toSeconds()))),
                        clock);
    }

    /** One worker, and whoever takes its place. */
    private Flux<String> worker(Children children, Access access, int lanes) {
        ChildOptions options = ChildOptions.light(LocalWorkerProgram.class, settings.heapMegabytes());
        Join join = new Join(access.address().host(), access.address().port(), access.token(), lanes);
        return children.start(options).flatMap(child -> joined(child, join)).repeat();
    }

    private static Mono<String> joined(Child child, Join join) {
        return child.connection()
                .requestResponse(join.request())
                .doOnNext(Payload::release)
                .then(child.process().ended());
    }

    @Override
    public Mono<Void> close() {
        return kept ? Mono.empty() : end();
    }

    /** Ends the workers, and then the coordinator. Starts at subscription. */
    Mono<Void> end() {
        return Mono.defer(() -> {
            closing.tryEmitEmpty();
            Mono<Void> gone = started ? childrenGone.asMono() : Mono.empty();
            return gone.then(Mono.defer(this::endCoordinator));
        });
    }

    private Mono<Void> endCoordinator() {
        Coordinator open = coordinator;
        if (open == null) {
            return Mono.empty();
        }
        Scheduler ending = Schedulers.newSingle(LabThreads.name("cluster-end"), true);
        return Mono.<Void>fromRunnable(open::close).subscribeOn(ending).doFinally(end -> ending.dispose());
    }
}
