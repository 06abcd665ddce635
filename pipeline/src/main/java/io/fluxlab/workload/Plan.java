package io.fluxlab.workload;

import io.netty.channel.EventLoop;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A workload cut into tasks {@code 0 .. size-1}. Made for one run; its methods are called from the lane's threads, so
 * that an implementation with state of its own must be thread-safe.
 */
public interface Plan {

    /** Says of {@link #total} that it is not known. */
    long UNKNOWN = -1;

    /** How many tasks there are. */
    int size();

    /** What the task is called, for people. */
    default String label(int task) {
        return "task " + task;
    }

    /** What {@link TaskContext#checkpoint} counts up to, or {@link #UNKNOWN}. */
    default long total(int task) {
        return UNKNOWN;
    }

    /**
     * The task's items. Subscribed once, on the lane's thread. A synchronous body burns its CPU time or blocks inside
     * {@code subscribe} and {@code request}; an asynchronous one returns from them at once. It obeys demand, and cancel
     * releases what it holds.
     */
    Publisher<?> body(int task, TaskContext context);

    /**
     * Completes once what all tasks share is ready: a server, for instance. Before the clock starts. Lazy.
     *
     * @param home the run's home loop, for connections that asynchronous bodies will use
     */
    default Mono<Void> open(EventLoop home) {
        return Mono.empty();
    }

    /** Releases what {@link #open} made. Called exactly once, also after an error and after cancel. Lazy. */
    default Mono<Void> close() {
        return Mono.empty();
    }
}
