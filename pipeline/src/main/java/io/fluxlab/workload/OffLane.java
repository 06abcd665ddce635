package io.fluxlab.workload;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A thread of its own for what is done before and after a run: it may block there, and no lane is held up. */
final class OffLane {

    private OffLane() {}

    /** The work, subscribed on a new thread of this name, which ends with it; cancel interrupts it. Lazy. */
    static <T> Mono<T> on(String thread, Mono<T> work) {
        return Mono.using(
                () -> Schedulers.newSingle(
                        Thread.ofPlatform().daemon().name(thread).factory()),
                work::subscribeOn,
                Scheduler::dispose,
                false); // the thread that signals is not to be interrupted before it has
    }
}
