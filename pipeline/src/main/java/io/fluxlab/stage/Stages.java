package io.fluxlab.stage;

import io.fluxlab.workload.Call;
import io.fluxlab.workload.CheckedFunction;
import io.fluxlab.workload.Repeated;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * A pipeline that is declared step by step, so that each step can run on a scheduler of its own. Immutable: each method
 * returns another one, and {@link #as} the workload.
 *
 * <pre>{@code
 * Workload<Repeated> orders = Stages.from("order", () -> fetch(7)) // a Mono
 *         .then("parse", order -> parse(order))
 *         .then("store", order -> jdbc.save(order))
 *         .as("orders");
 * }</pre>
 *
 * What a function returns is taken as {@link io.fluxlab.workload.Returned#publisher} says: the items of a publisher, the
 * result of a future, what comes of a callable; null is no element. It may throw, which fails the task. Each task takes one
 * element, or stream of elements, through all stages; functions are called from several threads at once.
 *
 * @param <T> the elements that the last stage gives
 */
public final class Stages<T> {

    /** So many tasks show what a pipeline does under load. */
    private static final int TASKS = 64;

    private static final int MOST = 32;

    private final WorkloadBuilder<?, ?> builder;
    private final List<Stage> all;

    private Stages(WorkloadBuilder<?, ?> builder, List<Stage> all) {
        this.builder = builder;
        this.all = List.copyOf(all);
    }

    /** A first stage's function, which gives its elements later. */
    @FunctionalInterface
    public interface PublisherCall<T> extends Callable<Publisher<? extends T>> {
        @Override
        Publisher<? extends T> call() throws Exception;
    }

    /** A first stage's function, which gives its element later. */
    @FunctionalInterface
    public interface FutureCall<T> extends Callable<CompletionStage<? extends T>> {
        @Override
        CompletionStage<? extends T> call() throws Exception;
    }

    /** What a stage does that asks for the running task. */
    @FunctionalInterface
    public interface StageFunction<T, R extends @Nullable Object> {
        /** What it makes of an element. */
        R apply(T element, TaskContext context) throws Exception;
    }

    /** A pipeline whose first stage makes the element itself. Called once for each task. */
    public static <T> Stages<T> from(String name, Callable<? extends T> function) {
        return with(Workload.builder("stages")).first(name, call -> function.call());
    }

    /** A pipeline whose first stage gives elements later, as a client does that is asynchronous. */
    public static <T> Stages<T> from(String name, PublisherCall<? extends T> function) {
        return with(Workload.builder("stages")).first(name, call -> function.call());
    }

    /** A pipeline whose first stage gives its element later. */
    public static <T> Stages<T> from(String name, FutureCall<? extends T> function) {
        return with(Workload.builder("stages")).first(name, call -> function.call());
    }

    /**
     * Stages of a workload with more than its functions: what tasks share, an input for each of them, sizes, labels. The
     * builder's name is not used.
     */
    public static <S, I> Start<S, I> with(WorkloadBuilder<S, I> builder) {
        return new Start<>(builder);
    }

    /**
     * Where a pipeline begins of which more is known than its functions. Immutable.
     *
     * @param <S> what all tasks share
     * @param <I> the input of a task
     */
    public static final class Start<S, I> {
        private final WorkloadBuilder<S, I> builder;

        private Start(WorkloadBuilder<S, I> builder) {
            this.builder = builder;
        }

        /** The first stage, which makes an element of the task's input. */
        public <T> Stages<T> from(String name, CheckedFunction<Call<S, I>, ? extends T> function) {
            return first(name, function);
        }

        /** The first stage, which gives elements later. */
        public <T> Stages<T> fromAsync(
                String name, CheckedFunction<Call<S, I>, ? extends Publisher<? extends T>> function) {
            return first(name, function);
        }

        @SuppressWarnings("unchecked") // the first stage is given the call
        private <T> Stages<T> first(String name, CheckedFunction<Call<S, I>, ? extends @Nullable Object> function) {
            return new Stages<>(
                    builder.tasks(TASKS).calls(1),
                    List.of(Stage.of(name, (call, context) -> function.apply((Call<S, I>) call))));
        }
    }

    /** The next stage, which makes another element of each. */
    public <R> Stages<R> then(String name, CheckedFunction<? super T, ? extends R> function) {
        return next(name, (element, context) -> function.apply(element));
    }

    /** The next stage, which may ask for the running task, as a built-in one does that waits on the run's timer. */
    public <R> Stages<R> thenAt(String name, StageFunction<? super T, ? extends R> function) {
        return next(name, function);
    }

    /**
     * The next stage, which gives elements later. It differs from {@link #then} by the type of what follows alone: the
     * items, not the publisher.
     */
    public <R> Stages<R> thenAsync(String name, CheckedFunction<? super T, ? extends Publisher<? extends R>> function) {
        return next(name, (element, context) -> function.apply(element));
    }

    /** The next stage, which gives its element later. */
    public <R> Stages<R> thenFuture(
            String name, CheckedFunction<? super T, ? extends CompletionStage<? extends R>> function) {
        return next(name, (element, context) -> function.apply(element));
    }

    @SuppressWarnings("unchecked") // each stage is given what the one before it gives
    private <R> Stages<R> next(String name, StageFunction<? super T, ? extends @Nullable Object> function) {
        if (all.stream().anyMatch(stage -> stage.name().equals(name))) {
            throw new IllegalArgumentException("a stage's name must be there once, was twice: " + name);
        }
        if (all.size() == MOST) {
            throw new IllegalArgumentException("stages must be at most %d, was one more: %s".formatted(MOST, name));
        }
        List<Stage> more = new ArrayList<>(all);
        more.add(Stage.of(name, (element, context) -> function.apply((T) element, context)));
        return new Stages<>(builder, more);
    }

    /**
     * At most so many elements of one task at once in the stage that was named last; 256 else, as with {@code flatMap}. Where
     * each task is one element, the number of threads bounds a stage, not this.
     */
    public Stages<T> concurrency(int concurrency) {
        return last(all.get(all.size() - 1).withConcurrency(concurrency));
    }

    /** So many items of each result of the stage that was named last are asked for ahead; 32 else. */
    public Stages<T> prefetch(int prefetch) {
        return last(all.get(all.size() - 1).withPrefetch(prefetch));
    }

    /** So many tasks where a request does not say, in place of 64. */
    public Stages<T> tasks(int tasks) {
        return new Stages<>(builder.tasks(tasks), all);
    }

    /** The workload of this name. */
    public Workload<Repeated> as(String name) {
        String summary = all.stream().map(Stage::name).collect(Collectors.joining(" → "));
        return new StagedWorkload<>(builder.name(name).summary(summary), all);
    }

    private Stages<T> last(Stage stage) {
        List<Stage> changed = new ArrayList<>(all);
        changed.set(all.size() - 1, stage);
        return new Stages<>(builder, changed);
    }
}
