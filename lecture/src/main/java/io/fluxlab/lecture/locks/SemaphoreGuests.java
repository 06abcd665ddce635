package io.fluxlab.lecture.locks;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.locks.SemaphoreWorkload.Parameters;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Each task is a guest that takes a permit, stays and gives it back. Thread-safe. */
final class SemaphoreGuests implements Plan {

    private final Parameters parameters;
    private final BoundedSemaphore semaphore;
    private final Room room = new Room();

    SemaphoreGuests(Parameters parameters) {
        this.parameters = parameters;
        this.semaphore = new BoundedSemaphore(parameters.permits());
    }

    @Override
    public int size() {
        return parameters.guests();
    }

    @Override
    public String label(int task) {
        return "guest " + task;
    }

    @Override
    public Claim claim(AtOnce atOnce) {
        return Claim.NONE;
    }

    @Override
    public Publisher<Visit> body(int task, TaskContext context) {
        return Mono.fromCallable(() -> context.blocking(() -> visit(task)));
    }

    // tag::visit[]
    private Visit visit(int guest) throws InterruptedException {
        semaphore.acquire();
        try {
            Visit visit = new Visit(guest, room.enter(), Thread.currentThread().getName());
            Thread.sleep(parameters.stayMillis());
            return visit;
        } finally {
            room.leave();
            semaphore.release();
        }
    }
    // end::visit[]
}
