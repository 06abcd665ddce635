package io.fluxlab.trail;

import io.fluxlab.claim.Claim;
import io.fluxlab.measure.StageUse;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A plan whose bodies are followed from thread to thread, as {@link Hops} does. Thread-safe. */
public final class FollowedPlan implements Plan {

    private final Plan plan;
    private final AtomicBoolean isOpen = new AtomicBoolean();

    /** This plan, followed. */
    public FollowedPlan(Plan plan) {
        this.plan = plan;
    }

    @Override
    public int size() {
        return plan.size();
    }

    @Override
    public int origin(int task) {
        return plan.origin(task);
    }

    @Override
    public String label(int task) {
        return plan.label(task);
    }

    @Override
    public int calls() {
        return plan.calls();
    }

    @Override
    public long total(int task) {
        return plan.total(task);
    }

    @Override
    public Publisher<?> body(int task, TaskContext context) {
        return new HopFlux<>(Flux.from(plan.body(task, context)), path -> {});
    }

    @Override
    public Claim claim(AtOnce atOnce) {
        return plan.claim(atOnce);
    }

    @Override
    public List<StageUse> stages() {
        return plan.stages();
    }

    /** The schedulers are followed for as long as the plan is open: not once for each task. */
    @Override
    public Mono<Void> open(EventLoop home) {
        return Mono.<Void>fromRunnable(() -> {
                    if (isOpen.compareAndSet(false, true)) {
                        ScheduleHook.acquire();
                    }
                })
                .then(plan.open(home));
    }

    @Override
    public Mono<Void> close() {
        return Mono.<Void>fromRunnable(() -> {
                    if (isOpen.compareAndSet(true, false)) {
                        ScheduleHook.release();
                    }
                })
                .then(plan.close());
    }
}
