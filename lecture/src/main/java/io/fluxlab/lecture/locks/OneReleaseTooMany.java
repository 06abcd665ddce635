package io.fluxlab.lecture.locks;

import io.fluxlab.claim.Claim;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** One task that releases a semaphore once too often. */
record OneReleaseTooMany(int permits) implements Plan {

    @Override
    public int size() {
        return 1;
    }

    @Override
    public Claim claim(AtOnce atOnce) {
        return Claim.NONE;
    }

    @Override
    public Publisher<OverRelease> body(int task, TaskContext context) {
        return Mono.fromCallable(() -> context.blocking(() -> OverRelease.of(permits)));
    }
}
