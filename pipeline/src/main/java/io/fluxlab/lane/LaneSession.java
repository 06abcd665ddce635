package io.fluxlab.lane;

import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import java.util.concurrent.Callable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A lane's schedulers, made for one run. Thread-safe. */
public interface LaneSession {

    /** A new strand for one task at a time; it serves one task after the other until the session is closed. */
    Strand strand();

    /** Whether one strand starts the next task while earlier ones wait: interleaving, as an event loop does. */
    default boolean interleaves() {
        return false;
    }

    /** The task's body as this lane runs it. */
    default Publisher<?> body(Plan plan, int task, TaskContext context) {
        return plan.body(task, context);
    }

    /** Makes a task's blocking call. */
    default <T> T blocking(Callable<T> call) throws Exception {
        return call.call();
    }

    /** Called at every checkpoint of every task, on the task's thread. */
    default void checkpoint() {}

    /** The most threads of the operating system that this session had at once, without the home loop. */
    int peakThreads();

    /** Completes once every thread of this session has ended, or was interrupted and ignored it. Starts at subscription. */
    Mono<Void> close();
}
