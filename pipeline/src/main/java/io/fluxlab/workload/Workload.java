package io.fluxlab.workload;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.reactivestreams.Publisher;

/**
 * What to run: a name, typed parameters, and a plan that cuts it into tasks. Found by {@link java.util.ServiceLoader}
 * or given to a lab. Implementations are stateless and thread-safe; what a run needs lives in its {@link Plan}.
 *
 * @param <P> the parameters: a record whose components are described by {@link io.fluxlab.parameter.Param}
 */
public interface Workload<P extends Record> {

    /** The name that requests use: kebab-case. */
    String name();

    /** What it does, in one line. */
    String summary();

    /** What its tasks do most of the time. */
    Kind kind();

    /** The parameters where none are given. */
    P defaults();

    /**
     * Cuts the workload into tasks. Cheap: whatever needs time or resources belongs into {@link Plan#open}.
     *
     * @throws io.fluxlab.error.InvalidRequestException where the parameters do not fit together
     */
    Plan plan(P parameters);

    /** How another JVM makes this workload, where it is no service there; empty where it can't. */
    default Optional<Recipe> recipe() {
        return Optional.empty();
    }

    /** The stages of its pipeline, in their order; empty where it has none that could be placed. */
    default List<String> stages(P parameters) {
        return List.of();
    }

    /**
     * These parameters with what is known to be wrong put right, and with as many tasks: for a lab that explains what limits
     * the workload. Whether it helps is measured, never taken for granted. Empty where nothing is known to be wrong.
     */
    default Optional<P> corrected(P parameters) {
        return Optional.empty();
    }

    /** How the sizes are chosen that these parameters leave open; empty where they leave none. */
    default Optional<Sizing<P>> sizing(P parameters) {
        return Optional.empty();
    }

    /**
     * A workload that makes this call again and again. What it returns is taken as {@link Returned#publisher} says: a value is
     * an item, null is none; a publisher is subscribed, a future waited for, so that {@code () -> repository.findById(7)} is
     * a body whether it returns an order or a {@code Mono} of one, and may throw what it likes. Called from several threads at
     * once.
     *
     * <p>A method that is overloaded can't be given as {@code this::load}; write {@code () -> load()}.
     */
    static Workload<Repeated> of(String name, Callable<?> body) {
        return builder(name).body(body);
    }

    /** A workload that does this again and again; no items come of it. Called from several threads at once. */
    static Workload<Repeated> of(String name, CheckedRunnable body) {
        return builder(name).action(body);
    }

    /**
     * A workload that subscribes to the same publisher again and again: a cold one, whose work is done at each
     * subscription.
     */
    static Workload<Repeated> of(String name, Publisher<?> body) {
        return builder(name).body(() -> body);
    }

    /** A workload with more than a body: what its tasks share, an input for each of them, sizes, labels. */
    static WorkloadBuilder<Void, Integer> builder(String name) {
        return WorkloadBuilder.named(name);
    }
}
