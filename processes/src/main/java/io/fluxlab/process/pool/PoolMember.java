package io.fluxlab.process.pool;

import io.fluxlab.measure.RemoteUse;
import io.fluxlab.process.child.ChildProcess;
import io.fluxlab.process.message.ChildHeartbeat;
import io.fluxlab.process.message.ChildRoute;
import io.fluxlab.process.message.Errors;
import io.fluxlab.process.message.OpenPlan;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBufInputStream;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** One child of a pool. Confined to the pool's loop. */
final class PoolMember {

    private static final String WORKER = "worker";

    /** So much longer may a child take to start, and to open its plan. */
    private static final int STARTING_FACTOR = 12;

    private final ChildProcess process;
    private final Disposable.Swap watch = Disposables.swap();
    private @Nullable RSocket connection;
    private @Nullable PooledTask task;
    private RemoteUse use = RemoteUse.NONE;
    private String lostBecause = "";
    private boolean reserved;
    private boolean abandoned;
    private int silentTicks;

    PoolMember(ChildProcess process) {
        this.process = process;
    }

    /** What events call it. */
    String name() {
        return "pid %d %s".formatted(process.pid(), WORKER);
    }

    ChildProcess process() {
        return process;
    }

    /** The connection; null before the child is ready. */
    @Nullable
    RSocket connection() {
        return connection;
    }

    /** Whether its plan is open. */
    boolean isReady() {
        return connection != null;
    }

    /** Whether it is on its way, and nobody waits for it yet. */
    boolean isExpected() {
        return connection == null && !reserved && !abandoned;
    }

    @Nullable
    PooledTask task() {
        return task;
    }

    /** Has this task from now on. */
    void assign(PooledTask newTask) {
        reserved = true;
        task = newTask;
    }

    boolean isReserved() {
        return reserved;
    }

    /** Will be given a task. */
    void reserve() {
        reserved = true;
    }

    /** Has no task any more. */
    void release() {
        reserved = false;
        task = null;
    }

    /** Gets no further task. */
    void abandon() {
        abandoned = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    RemoteUse use() {
        return use;
    }

    /** Serves another run from now on. */
    void reopen() {
        connection = null;
        use = RemoteUse.NONE;
        release();
    }

    /** Waits for it, and has it open the plan; emits the connection, on any thread. Starts at subscription. */
    Mono<RSocket> prepare(OpenPlan plan) {
        return process.arrival()
                .flatMap(arrived -> arrived.requestResponse(ChildRoute.OPEN.request(plan))
                        .doOnNext(Payload::release)
                        .onErrorMap(Errors::arrived)
                        .thenReturn(arrived));
    }

    /** Its plan is open: listens to its signs of life. */
    void ready(RSocket ready) {
        connection = ready;
        silentTicks = 0;
        watch.update(ready.requestStream(ChildRoute.WATCH.request())
                .map(beat -> read(beat, ChildHeartbeat.class))
                .subscribe(this::heard, error -> process.kill()));
    }

    private void heard(ChildHeartbeat beat) {
        silentTicks = 0;
        use = beat.use();
        PooledTask running = task;
        if (running != null && running.taskIndex() == beat.task()) {
            running.progressed(beat.done());
        }
    }

    /** Time passes; ends the child where it has been silent for too long. */
    void tick(int mostSilentTicks) {
        silentTicks++;
        int most = isReady() ? mostSilentTicks : mostSilentTicks * STARTING_FACTOR;
        if (silentTicks > most) {
            lostBecause = "did not answer for %d ms"
                    .formatted(PoolSettings.TICK.multipliedBy(most).toMillis());
            process.kill();
        }
    }

    /** Why it was lost, given how its process has ended. */
    String lossOf(String ending) {
        return "process %d %s".formatted(process.pid(), lostBecause.isEmpty() ? ending : lostBecause);
    }

    /** Closes the plan, if it answers in time. Starts at subscription; never fails. */
    Mono<Void> closePlan(Duration patience, Scheduler clock) {
        RSocket open = connection;
        return open == null
                ? Mono.empty()
                : open.requestResponse(ChildRoute.CLOSE.request())
                        .doOnNext(Payload::release)
                        .then()
                        .timeout(patience, Mono.empty(), clock)
                        .onErrorComplete();
    }

    /** What it has used, to the last; what is known if it does not answer. Starts at subscription; never fails. */
    Mono<RemoteUse> finalUse() {
        RSocket open = connection;
        return open == null
                ? Mono.just(use)
                : open.requestResponse(ChildRoute.USE.request())
                        .map(answer -> read(answer, RemoteUse.class))
                        .onErrorReturn(use);
    }

    private static <T> T read(Payload answer, Class<T> type) {
        try {
            return WireFormat.CBOR.read(new ByteBufInputStream(answer.sliceData()), type);
        } finally {
            answer.release();
        }
    }
}
