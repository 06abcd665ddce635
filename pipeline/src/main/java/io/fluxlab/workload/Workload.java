package io.fluxlab.workload;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

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

    /** A workload that calls {@code body} again and again; what it returns is the item, null is none. */
    static Workload<Repeated> of(String name, Callable<?> body) {
        return new RepeatedWorkload(name, 1, () -> Mono.fromCallable(body));
    }

    /** A workload that subscribes again and again to what {@code body} supplies. */
    static Workload<Repeated> of(String name, Supplier<? extends Publisher<?>> body) {
        return new RepeatedWorkload(name, Plan.ITEMS_AT_ONCE, body);
    }
}
