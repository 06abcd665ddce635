package io.fluxlab.workload;

import io.fluxlab.claim.Claim;
import io.fluxlab.measure.StageUse;
import io.netty.channel.EventLoop;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A plan that is another one in all that it does not do itself. As thread-safe as that. */
public abstract class ForwardingPlan implements Plan {

    private final Plan plan;

    protected ForwardingPlan(Plan plan) {
        this.plan = plan;
    }

    /** The other one. */
    protected final Plan plan() {
        return plan;
    }

    @Override
    public int size() {
        return plan.size();
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
    public int origin(int task) {
        return plan.origin(task);
    }

    @Override
    public Publisher<?> body(int task, TaskContext context) {
        return plan.body(task, context);
    }

    @Override
    public Claim claim(AtOnce atOnce) {
        return plan.claim(atOnce);
    }

    @Override
    public List<StageUse> stages() {
        return plan.stages();
    }

    @Override
    public Mono<Void> open(EventLoop home) {
        return plan.open(home);
    }

    @Override
    public Mono<Void> close() {
        return plan.close();
    }
}
