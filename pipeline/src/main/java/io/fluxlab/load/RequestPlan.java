package io.fluxlab.load;

import io.fluxlab.claim.Claim;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A plan whose tasks are asked for in turn, again and again, as often as something arrives. As thread-safe as the plan. */
public final class RequestPlan implements Plan {

    /** When it is due, and what a run keeps of a task. */
    private static final Claim ARRIVAL = Claim.ofHeapBytes(2 * Long.BYTES);

    private final Plan plan;
    private final int arrivals;
    private final int tasks;

    /** So many arrivals at a plan that has a task at least. */
    public RequestPlan(Plan plan, int arrivals) {
        this.plan = plan;
        this.arrivals = plan.size() == 0 ? 0 : arrivals;
        this.tasks = Math.max(1, plan.size());
    }

    @Override
    public int size() {
        return arrivals;
    }

    @Override
    public int origin(int task) {
        return plan.origin(task % tasks);
    }

    @Override
    public int calls() {
        return plan.calls();
    }

    @Override
    public String label(int task) {
        return plan.label(task % tasks);
    }

    @Override
    public long total(int task) {
        return plan.total(task % tasks);
    }

    @Override
    public Publisher<?> body(int task, TaskContext context) {
        return plan.body(task % tasks, context);
    }

    @Override
    public Claim claim(AtOnce atOnce) {
        return plan.claim(atOnce).plus(ARRIVAL.times(arrivals)).plus(Claim.ofThreads(1));
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
