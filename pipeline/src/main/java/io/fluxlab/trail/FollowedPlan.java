package io.fluxlab.trail;

import io.fluxlab.workload.ForwardingPlan;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A plan whose bodies are followed from thread to thread, as {@link Hops} does. Thread-safe. */
public final class FollowedPlan extends ForwardingPlan {

    private final AtomicBoolean isOpen = new AtomicBoolean();

    /** This plan, followed. */
    public FollowedPlan(Plan plan) {
        super(plan);
    }

    @Override
    public Publisher<?> body(int task, TaskContext context) {
        return new HopFlux<>(Flux.from(plan().body(task, context)), path -> {});
    }

    /** The schedulers are followed for as long as the plan is open: not once for each task. */
    @Override
    public Mono<Void> open(EventLoop home) {
        return Mono.<Void>fromRunnable(() -> {
                    if (isOpen.compareAndSet(false, true)) {
                        ScheduleHook.acquire();
                    }
                })
                .then(plan().open(home));
    }

    @Override
    public Mono<Void> close() {
        return Mono.<Void>fromRunnable(() -> {
                    if (isOpen.compareAndSet(true, false)) {
                        ScheduleHook.release();
                    }
                })
                .then(plan().close());
    }
}
