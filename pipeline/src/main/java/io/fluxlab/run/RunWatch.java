package io.fluxlab.run;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Somebody who looks at the tasks of a run while it goes on. Found in the subscriber's context. */
public interface RunWatch {

    /**
     * The first task may start.
     *
     * @param running shows the tasks that run to whoever wants to look at them, as long as they want more; may be called at
     *     any time, by any thread
     */
    void begin(Consumer<Predicate<TaskActivity>> running);

    /** The last task has ended. */
    void end();

    /** For {@link reactor.core.publisher.Flux#contextWrite}: runs that are subscribed to with it are watched. */
    default Function<Context, Context> told() {
        return context -> context.put(RunWatch.class, this);
    }

    /** That of whoever subscribes. */
    static Optional<RunWatch> of(ContextView context) {
        return context.getOrEmpty(RunWatch.class);
    }
}
