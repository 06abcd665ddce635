package io.fluxlab.lecture.locks;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.locks.SemaphoreWorkload.Parameters;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One task lets its guests in through {@code flatMap}, which subscribes to no more at once. Thread-safe. */
final class FlatMapGuests implements Plan {

    private final Parameters parameters;
    private final Duration stay;
    private final Room room = new Room();

    FlatMapGuests(Parameters parameters) {
        this.parameters = parameters;
        this.stay = Duration.ofMillis(parameters.stayMillis());
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public String label(int task) {
        return parameters.guests() + " guests";
    }

    @Override
    public Claim claim(AtOnce atOnce) {
        return Claim.ofHeapBytes(2 * 1024).times(Math.min(parameters.guests(), parameters.permits()));
    }

    @Override
    public Publisher<Visit> body(int task, TaskContext context) {
        return Flux.range(0, parameters.guests()).flatMap(guest -> visit(guest, context), parameters.permits());
    }

    private Mono<Visit> visit(int guest, TaskContext context) {
        return Mono.fromSupplier(() ->
                        new Visit(guest, room.enter(), Thread.currentThread().getName()))
                .delayElement(stay, context.timer())
                .doOnNext(visit -> room.leave());
    }
}
