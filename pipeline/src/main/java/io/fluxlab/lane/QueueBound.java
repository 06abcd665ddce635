package io.fluxlab.lane;

import io.fluxlab.canary.SharedResource;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A pool that has room for only so many tasks that wait. A run's tasks arrive all at once, as with a {@code flatMap} over
 * them: each thread takes one, {@code queue} wait for it, and the others fail as Reactor's scheduler has them fail. Waiting
 * tasks are kept by the run and not by the pool, which is why the pool itself can't refuse them. Thread-safe.
 */
record QueueBound(LaneSession pool, int threads, int queue) implements LaneSession {

    @Override
    public Strand strand() {
        return pool.strand();
    }

    @Override
    public String assign(int task) {
        return pool.assign(task);
    }

    @Override
    public Publisher<?> body(Plan plan, int task, TaskContext context) {
        return task < (long) threads * (1 + (long) queue)
                ? pool.body(plan, task, context)
                : Flux.error(() -> new RejectedExecutionException(
                        "the queue is full: %d threads, and %d tasks wait for each of them".formatted(threads, queue)));
    }

    @Override
    public <T> T blocking(Callable<T> call) throws Exception {
        return pool.blocking(call);
    }

    @Override
    public List<SharedResource> shares() {
        return pool.shares();
    }

    @Override
    public int peakThreads() {
        return pool.peakThreads();
    }

    @Override
    public Mono<Void> close() {
        return pool.close();
    }
}
