package io.fluxlab.workload;

import io.fluxlab.claim.Claim;
import io.fluxlab.measure.StageUse;
import io.netty.channel.EventLoop;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A workload cut into tasks {@code 0 .. size-1}. Made for one run; its methods are called from the lane's threads, so
 * that an implementation with state of its own must be thread-safe.
 */
public interface Plan {

    /** Says of {@link #total} that it is not known. */
    long UNKNOWN = -1;

    /** How many items of a task wait at the most, as far as its body obeys demand. */
    int ITEMS_AT_ONCE = 1024;

    /** How many tasks there are. */
    int size();

    /** What the task is called, for people. */
    default String label(int task) {
        return "task " + task;
    }

    /** How many calls of one and the same body each task makes; 0 where a task is nothing of the kind. */
    default int calls() {
        return 0;
    }

    /** What {@link TaskContext#checkpoint} counts up to, or {@link #UNKNOWN}. */
    default long total(int task) {
        return UNKNOWN;
    }

    /**
     * Which task this is of the plan that the workload makes of its parameters: another one where tasks are asked for again
     * and again.
     */
    default int origin(int task) {
        return task;
    }

    /**
     * The task's items. Subscribed once, on the lane's thread. A synchronous body burns its CPU time or blocks inside
     * {@code subscribe} and {@code request}; an asynchronous one returns from them at once. It obeys demand, and cancel
     * releases what it holds.
     */
    Publisher<?> body(int task, TaskContext context);

    /**
     * What a run takes of the machine for this plan, beside what every run takes and the lane that it is on. Asked for
     * before the run starts, so that a lab with limits can refuse what it has no room for: cheap, and never too little.
     *
     * <p>Where nothing is known of the bodies, each that runs has a connection, and as much heap as a thousand small items
     * need that wait for a slow subscriber: a body is asked for {@value #ITEMS_AT_ONCE} before any of them was taken.
     * Whoever starts threads or processes has to say so.
     *
     * @param atOnce how many tasks run at once
     */
    default Claim claim(AtOnce atOnce) {
        return usualClaim(ITEMS_AT_ONCE).times(atOnce.tasks());
    }

    /** What a body may take of which nothing is known but how many items it emits. */
    static Claim usualClaim(long items) {
        return Claim.ofDescriptors(1).plus(Claim.ofHeapBytes(256 * (16 + Math.min(items, ITEMS_AT_ONCE))));
    }

    /**
     * Completes once what all tasks share is ready: a server, for instance. Before the clock starts. Lazy.
     *
     * @param home the run's home loop, for connections that asynchronous bodies will use
     */
    default Mono<Void> open(EventLoop home) {
        return Mono.empty();
    }

    /** What the stages of its pipeline took so far, in their order; empty where it has none. Thread-safe. */
    default List<StageUse> stages() {
        return List.of();
    }

    /** Releases what {@link #open} made. Called exactly once, also after an error and after cancel. Lazy. */
    default Mono<Void> close() {
        return Mono.empty();
    }
}
