package io.fluxlab.workload;

import io.fluxlab.workload.RepeatedWorkload.About;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A workload of a user's own, with more than its body. Immutable: each method returns another builder, and the last one,
 * {@code body} or {@code action}, the workload.
 *
 * <pre>{@code
 * Workload<Repeated> orders = Workload.builder("load-order")
 *         .open(() -> OrderServer.start())
 *         .close(server -> server.stop())
 *         .inputs(List.of("7", "8", "9"))
 *         .label(task -> "client " + task)
 *         .kind(Kind.BLOCKING)
 *         .body(call -> call.shared().load(call.input()));
 * }</pre>
 *
 * @param <S> what all tasks share
 * @param <I> the input of a task
 */
public final class WorkloadBuilder<S, I> {

    private static final Repeated USUAL = new Repeated(0, 0);

    private final About about;
    private final Repeated usual;
    private final Lifecycle<S> lifecycle;
    private final @Nullable IntFunction<? extends I> inputs;
    private final IntFunction<String> label;

    private WorkloadBuilder(
            About about,
            Repeated usual,
            Lifecycle<S> lifecycle,
            @Nullable IntFunction<? extends I> inputs,
            IntFunction<String> label) {
        this.about = about;
        this.usual = usual;
        this.lifecycle = lifecycle;
        this.inputs = inputs;
        this.label = label;
    }

    /** See {@link Workload#builder}. */
    static WorkloadBuilder<Void, Integer> named(String name) {
        About about = new About(name, "calls of " + name, Kind.MIXED, null);
        return new WorkloadBuilder<>(about, USUAL, Lifecycle.none(), null, task -> "task " + task);
    }

    /** What it is called, in place of the name that was given first: kebab-case. */
    public WorkloadBuilder<S, I> name(String name) {
        return with(new About(name, about.summary(), about.kind(), about.recipe()), usual);
    }

    /** What it does, in one line; else {@code calls of <name>}. */
    public WorkloadBuilder<S, I> summary(String summary) {
        return with(new About(about.name(), summary, about.kind(), about.recipe()), usual);
    }

    /** What its tasks do most of the time; else {@link Kind#MIXED}. */
    public WorkloadBuilder<S, I> kind(Kind kind) {
        return with(new About(about.name(), about.summary(), kind, about.recipe()), usual);
    }

    /** How another JVM makes the same workload, so that it can run there, too; else it runs only in this one. */
    public WorkloadBuilder<S, I> recipe(Recipe recipe) {
        return with(new About(about.name(), about.summary(), about.kind(), recipe), usual);
    }

    /** How many tasks there are where a request does not say: 1 to 1000000. Else they are chosen. */
    public WorkloadBuilder<S, I> tasks(int tasks) {
        return with(about, new Repeated(bounded("tasks", tasks, Repeated.MOST_TASKS), usual.calls()));
    }

    /** How many calls each task makes, one after the other, where a request does not say: 1 to 1000000000. */
    public WorkloadBuilder<S, I> calls(int calls) {
        return with(about, new Repeated(usual.tasks(), bounded("calls", calls, Repeated.MOST_CALLS)));
    }

    /** What each task is called, from its number; else {@code task 0}, {@code task 1} and so on. */
    public WorkloadBuilder<S, I> label(IntFunction<String> newLabel) {
        return new WorkloadBuilder<>(about, usual, lifecycle, inputs, newLabel);
    }

    /**
     * What all tasks of a run share: a server, a connection pool. The call is made once for each run, before the clock starts
     * and on a thread of its own, where it may block; cancel interrupts it. What it returns is not null, and where it
     * throws, the run does not start. Forgets an earlier {@code close}.
     */
    public <T> WorkloadBuilder<T, I> open(Callable<? extends T> open) {
        return lifecycle(Lifecycle.opened(Lifecycle.returned(open)));
    }

    /** What all tasks of a run share, as {@link #open}, where it is the first that a publisher emits. */
    public <T> WorkloadBuilder<T, I> openAsync(Callable<? extends Publisher<? extends T>> open) {
        return lifecycle(Lifecycle.opened(Lifecycle.emitted(open)));
    }

    /**
     * Releases what was opened: once for each run, after its last task, also where it failed or was cancelled, on a thread
     * of its own, where it may block.
     */
    public WorkloadBuilder<S, I> close(CheckedConsumer<? super S> close) {
        return closeAsync(shared -> Mono.fromCallable(() -> {
            close.accept(shared);
            return true;
        }));
    }

    /** Releases what was opened, as {@link #close}, by subscribing to a publisher and waiting for its end. */
    public WorkloadBuilder<S, I> closeAsync(Function<? super S, ? extends Publisher<?>> close) {
        return lifecycle(lifecycle.closed(close));
    }

    /**
     * The input of each task, from its number. Called once for each task of a run, one after the other, before the clock
     * starts and after {@code open}, on a thread of its own; all inputs of a run are kept until it has ended. What it
     * returns is not null.
     */
    public <T> WorkloadBuilder<S, T> input(IntFunction<? extends T> input) {
        return new WorkloadBuilder<>(about, usual, lifecycle, input, label);
    }

    /** The inputs of the tasks, in their order; where there are more tasks, it starts again with the first. */
    public <T> WorkloadBuilder<S, T> inputs(List<? extends T> inputsInOrder) {
        List<T> all = List.copyOf(inputsInOrder);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("inputs must not be empty");
        }
        return input(task -> all.get(task % all.size()));
    }

    /** The workload that makes this call again and again: see {@link Workload#of(String, Callable)}. */
    public Workload<Repeated> body(Callable<?> body) {
        return body(call -> body.call());
    }

    /** The workload that makes this call again and again, which may ask for what is shared and for its input. */
    public Workload<Repeated> body(CheckedFunction<Call<S, I>, ? extends @Nullable Object> body) {
        return new RepeatedWorkload<>(about, usual, lifecycle, inputs, label, body);
    }

    /** The workload that does this again and again. */
    public Workload<Repeated> action(CheckedRunnable action) {
        return action(call -> action.run());
    }

    /** The workload that does this again and again, which may ask for what is shared and for its input. */
    @SuppressWarnings("NullAway") // a call may return null, which is no item
    public Workload<Repeated> action(CheckedConsumer<Call<S, I>> action) {
        CheckedFunction<Call<S, I>, @Nullable Object> body = call -> {
            action.accept(call);
            return null;
        };
        return body(body);
    }

    private WorkloadBuilder<S, I> with(About newAbout, Repeated newUsual) {
        return new WorkloadBuilder<>(newAbout, newUsual, lifecycle, inputs, label);
    }

    private <T> WorkloadBuilder<T, I> lifecycle(Lifecycle<T> newLifecycle) {
        return new WorkloadBuilder<>(about, usual, newLifecycle, inputs, label);
    }

    private static int bounded(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("%s must be between 1 and %d, was %d".formatted(name, most, value));
        }
        return value;
    }
}
