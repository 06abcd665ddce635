package io.fluxlab.process.pool;

import io.fluxlab.error.LabException;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.LabThreads;
import io.fluxlab.measure.RemoteUse;
import io.fluxlab.process.child.ChildProcess;
import io.fluxlab.process.child.ChildSite;
import io.fluxlab.process.message.Errors;
import io.fluxlab.process.message.OpenPlan;
import io.rsocket.RSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Child processes that run tasks, one at a time each, and the loop on which their parent speaks to them. What is public is
 * thread-safe; everything else is confined to that loop.
 */
public final class Pool {

    /** How long a plan, and then a process, may take to end by itself. */
    private static final Duration LETTING_GO = Duration.ofMillis(250);

    /** So many children in a row may fail to come to life. */
    private static final int MOST_FAILED_STARTS = 3;

    private final PoolSettings settings;
    private final HomeLoop loop = HomeLoop.open(LabThreads.name("process-io"));
    private final List<PoolMember> members = new ArrayList<>();
    private final Deque<PoolMember> idle = new ArrayDeque<>();
    private @Nullable ChildSite site;
    private @Nullable OpenPlan plan;
    private @Nullable MonoSink<Void> opening;
    private @Nullable Future<?> ticks;
    private volatile RemoteUse knownUse = RemoteUse.NONE;
    private RemoteUse useOfLost = RemoteUse.NONE;
    private int wanted;
    private int failedStarts;
    private boolean closed;

    /** A pool without children yet. */
    public Pool(PoolSettings settings) {
        this.settings = settings;
    }

    HomeLoop loop() {
        return loop;
    }

    /** Runs something on the loop, unless that has ended: then nobody waits for it. */
    void execute(Runnable action) {
        try {
            loop.loop().execute(action);
        } catch (RejectedExecutionException e) {
            return; // see above
        }
    }

    /** Completes once so many children have opened the plan. Starts at subscription. */
    Mono<Void> open(OpenPlan newPlan, int children) {
        return onLoop(sink -> {
            plan = newPlan;
            opening = sink;
            wanted = children;
            useOfLost = RemoteUse.NONE;
            knownUse = RemoteUse.NONE;
            idle.clear();
            openSite(() -> fill(sink), sink);
        });
    }

    private void fill(MonoSink<Void> sink) {
        if (opening != sink) {
            return; // closed meanwhile
        }
        for (PoolMember member : members) {
            member.reopen();
            prepare(member);
        }
        while (members.size() < wanted) {
            startMember();
        }
        reportIfOpen();
    }

    /** Makes what the first child needs: the folder, and the socket in it. */
    private void openSite(Runnable then, MonoSink<Void> sink) {
        if (site != null) {
            then.run();
            return;
        }
        ChildSite.open(settings.loopback(), loop.loop())
                .subscribe(
                        opened -> {
                            if (closed) {
                                opened.close();
                                return;
                            }
                            site = opened;
                            ticks = loop.loop()
                                    .scheduleWithFixedDelay(
                                            this::tick,
                                            PoolSettings.TICK.toMillis(),
                                            PoolSettings.TICK.toMillis(),
                                            TimeUnit.MILLISECONDS);
                            then.run();
                        },
                        sink::error);
    }

    /** A child for a task: one that is free, else one that is on its way, else another one. */
    PoolMember take() {
        PoolMember free = idle.poll();
        if (free == null) {
            free = members.stream().filter(PoolMember::isExpected).findFirst().orElse(null);
        }
        if (free == null) {
            free = startMember();
        }
        free.reserve();
        return free;
    }

    /** The child has ended its task, and may have the next one. */
    void free(PoolMember member) {
        member.release();
        idle.add(member);
    }

    /** The child has been told to stop its task, and may not have heard. */
    void abandon(PoolMember member) {
        member.abandon();
    }

    private PoolMember startMember() {
        ChildSite opened = site;
        if (opened == null) {
            throw Errors.processFailed("no child process can be started before the run has opened");
        }
        try {
            ChildProcess process = ChildProcess.start(settings.child(), opened.rendezvous(), opened.folder());
            PoolMember member = new PoolMember(process);
            members.add(member);
            process.ended().subscribe(ending -> execute(() -> lost(member, ending)), error -> {});
            prepare(member);
            return member;
        } catch (IOException e) {
            throw Errors.processFailed("no child process can be started: " + e.getMessage());
        }
    }

    private void prepare(PoolMember member) {
        OpenPlan toOpen = plan;
        if (toOpen != null) {
            member.prepare(toOpen)
                    .subscribe(
                            connection -> execute(() -> ready(member, connection)),
                            error -> execute(() -> unprepared(member, error)));
        }
    }

    private void ready(PoolMember member, RSocket connection) {
        failedStarts = 0;
        member.ready(connection);
        PooledTask task = member.task();
        if (task != null) {
            task.start(connection);
        } else if (!member.isReserved()) {
            idle.add(member);
        }
        reportIfOpen();
    }

    private void reportIfOpen() {
        MonoSink<Void> waiting = opening;
        if (waiting != null && members.stream().allMatch(PoolMember::isReady)) {
            opening = null;
            waiting.success();
        }
    }

    /** Its plan did not open. Where its process has ended, that is reported by itself. */
    private void unprepared(PoolMember member, Throwable error) {
        if (error instanceof LabException) {
            fail(member, error);
        }
        member.process().kill();
    }

    private void lost(PoolMember member, String ending) {
        members.remove(member);
        idle.remove(member);
        useOfLost = useOfLost.plus(member.use().ended());
        if (closed || plan == null) {
            return;
        }
        String how = member.lossOf(ending);
        failedStarts = member.isReady() ? 0 : failedStarts + 1;
        if (failedStarts >= MOST_FAILED_STARTS) {
            fail(member, Errors.processFailed("child processes do not come to life: " + how));
            return;
        }
        try {
            if (members.size() < wanted && !member.isAbandoned()) {
                startMember();
            }
            PooledTask task = member.task();
            if (task != null) {
                task.lost(how, member.isReady());
            }
        } catch (LabException e) {
            fail(member, e);
        }
    }

    private void fail(PoolMember member, Throwable error) {
        MonoSink<Void> waiting = opening;
        opening = null;
        if (waiting != null) {
            waiting.error(error);
        }
        PooledTask task = member.task();
        if (task != null) {
            task.fail(error);
        }
    }

    private void tick() {
        members.forEach(member -> member.tick(settings.silentTicks()));
        knownUse = members.stream().map(PoolMember::use).reduce(useOfLost, RemoteUse::plus);
    }

    /** What was used since the plan was opened, as far as is known. Thread-safe. */
    RemoteUse knownUse() {
        return knownUse;
    }

    /** What all children have used, to the last. Starts at subscription. */
    Mono<RemoteUse> finalUse() {
        return Mono.defer(() -> all(PoolMember::finalUse).reduce(useOfLost, RemoteUse::plus))
                .subscribeOn(loop.scheduler());
    }

    /** Ends the run: the children close its plan and stay; who may still be at its tasks goes. Starts at subscription. */
    Mono<Void> closePlan() {
        return onLoop(sink -> {
            plan = null;
            opening = null;
            members.stream()
                    .filter(PoolMember::isAbandoned)
                    .forEach(each -> each.process().kill());
            all(each -> each.closePlan(LETTING_GO, loop.scheduler()))
                    .subscribe(nothing -> {}, sink::error, sink::success);
        });
    }

    /** Ends the children, and completes when nothing of the pool is left. Starts at subscription. */
    public Mono<Void> close() {
        return onLoop(sink -> {
                    closed = true;
                    plan = null;
                    opening = null;
                    closeSite(); // a child that was bidden farewell leaves that to its parent, which may not get to it
                    all(this::end).subscribe(nothing -> {}, sink::error, () -> {
                        closeSite();
                        sink.success();
                    });
                })
                .then(loop.close());
    }

    /** Who has not begun yet has nothing to close. */
    private Mono<Void> end(PoolMember member) {
        Duration patience = member.isReady() ? LETTING_GO : Duration.ZERO;
        return member.closePlan(patience, loop.scheduler())
                .then(member.process().close(patience, loop.scheduler()));
    }

    private void closeSite() {
        if (ticks != null) {
            ticks.cancel(false);
        }
        if (site != null) {
            site.close();
        }
    }

    private <T> Flux<T> all(Function<PoolMember, Mono<T>> action) {
        return Flux.fromIterable(List.copyOf(members)).flatMap(action, Math.max(1, members.size()));
    }

    private Mono<Void> onLoop(Consumer<MonoSink<Void>> action) {
        return Mono.create(sink -> execute(() -> {
            try {
                action.accept(sink);
            } catch (RuntimeException e) {
                sink.error(e);
            }
        }));
    }
}
