package io.fluxlab.workload;

import io.fluxlab.claim.Claim;
import io.netty.channel.EventLoop;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The calls of a user's body, cut into tasks. Thread-safe. */
final class RepeatedPlan<S, I> implements Plan {

    private final RepeatedWorkload<S, I> workload;
    private final Repeated parameters;
    private final Shared<S> shared;
    private @Nullable Object @Nullable [] inputs;

    /** Whether calls have returned publishers: then to call is to assemble them, and the work comes later. */
    private volatile boolean publishes;

    RepeatedPlan(RepeatedWorkload<S, I> workload, Repeated parameters) {
        this.workload = workload;
        this.parameters = parameters;
        this.shared = new Shared<>(workload.lifecycle());
    }

    /** One call, with what it can ask for. */
    private record OneCall<S, I>(int task, long number, I input, Shared<S> all, TaskContext context)
            implements Call<S, I> {

        @Override
        public S shared() {
            return all.get();
        }
    }

    @Override
    public int size() {
        return parameters.tasks();
    }

    @Override
    public String label(int task) {
        return workload.label().apply(task);
    }

    @Override
    public int calls() {
        return parameters.calls();
    }

    @Override
    public long total(int task) {
        return parameters.calls();
    }

    @Override
    public Claim claim(AtOnce atOnce) {
        Claim tasks = Plan.usualClaim(ITEMS_AT_ONCE).times(atOnce.tasks());
        return isPrepared() ? tasks.plus(Claim.ofThreads(1)) : tasks;
    }

    @Override
    public Mono<Void> open(EventLoop home) {
        return isPrepared()
                ? OffLane.on(workload.name() + "-open", shared.open().then(Mono.fromRunnable(this::makeInputs)))
                : Mono.empty();
    }

    @Override
    public Mono<Void> close() {
        return workload.lifecycle().opening() == null
                ? Mono.empty()
                : OffLane.on(workload.name() + "-close", shared.close());
    }

    @Override
    public Publisher<?> body(int task, TaskContext context) {
        if (parameters.calls() == 1) {
            return Flux.defer(() -> called(task, 0, context));
        }
        return new CallSequence<>(Flux.range(0, parameters.calls()).concatMap(number -> {
            context.checkpoint(number);
            return called(task, number, context);
        }));
    }

    private Publisher<?> called(int task, int number, TaskContext context) {
        try {
            if (publishes) {
                return context.assemble(() -> publisherOf(task, number, context));
            }
            long beforeNanos = number == 0 ? System.nanoTime() : 0;
            Object value = call(task, number, context);
            if (value instanceof Publisher<?> publisher) {
                publishes = true;
                context.assembled(publisher, number == 0 ? System.nanoTime() - beforeNanos : 0);
                return publisher;
            }
            return Returned.publisher(value);
        } catch (Exception e) {
            return Mono.error(e);
        }
    }

    private Publisher<?> publisherOf(int task, int number, TaskContext context) {
        try {
            return Returned.publisher(call(task, number, context));
        } catch (Exception e) {
            return Mono.error(e);
        }
    }

    private @Nullable Object call(int task, int number, TaskContext context) throws Exception {
        return workload.body().apply(new OneCall<>(task, number, input(task), shared, context));
    }

    private boolean isPrepared() {
        return workload.lifecycle().opening() != null || workload.inputs() != null;
    }

    /** Before the clock starts, and seen by every task since it starts after that. */
    private void makeInputs() {
        IntFunction<? extends I> input = workload.inputs();
        if (input != null) {
            Object[] made = new Object[parameters.tasks()];
            for (int task = 0; task < made.length; task++) {
                made[task] = input.apply(task);
            }
            inputs = made;
        }
    }

    /** The type is what the builder was told, or the task's number where it was told nothing. */
    @SuppressWarnings("unchecked")
    private I input(int task) {
        Object[] made = inputs;
        return (I) (made == null ? (Object) task : made[task]);
    }
}
