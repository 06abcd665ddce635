package io.fluxlab.load;

import io.fluxlab.claim.Claim;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.ForwardingPlan;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import org.reactivestreams.Publisher;

/** A plan whose tasks are asked for in turn, again and again, as often as something arrives. As thread-safe as the plan. */
public final class RequestPlan extends ForwardingPlan {

    /** When it is due, and what a run keeps of a task. */
    private static final Claim ARRIVAL = Claim.ofHeapBytes(2 * Long.BYTES);

    private final int arrivals;
    private final int tasks;

    /** So many arrivals at a plan that has a task at least. */
    public RequestPlan(Plan plan, int arrivals) {
        super(plan);
        this.arrivals = plan.size() == 0 ? 0 : arrivals;
        this.tasks = Math.max(1, plan.size());
    }

    @Override
    public int size() {
        return arrivals;
    }

    @Override
    public int origin(int task) {
        return plan().origin(task % tasks);
    }

    @Override
    public String label(int task) {
        return plan().label(task % tasks);
    }

    @Override
    public long total(int task) {
        return plan().total(task % tasks);
    }

    @Override
    public Publisher<?> body(int task, TaskContext context) {
        return plan().body(task % tasks, context);
    }

    @Override
    public Claim claim(AtOnce atOnce) {
        return plan().claim(atOnce).plus(ARRIVAL.times(arrivals)).plus(Claim.ofThreads(1));
    }
}
