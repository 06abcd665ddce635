package io.fluxlab.run;

import io.fluxlab.run.RunEvent.RunFinished;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;

/**
 * Hears what runs use of CPUs outside this JVM, while they go on and at their ends. It is looked for in the context of whoever
 * subscribes to a run, under this class. It must not block. Thread-safe.
 */
@FunctionalInterface
public interface RemoteCpu {

    /** A run has used so much more. */
    void used(long cpuNanos);

    /** The one in this context; one that heeds nothing where there is none. */
    static RemoteCpu of(ContextView context) {
        return context.<RemoteCpu>getOrEmpty(RemoteCpu.class).orElse(cpuNanos -> {});
    }

    /** The events of a run that has a JVM of its own, which are all that is known of it: it is told at its end. */
    static Flux<RunEvent> told(Flux<RunEvent> elsewhere) {
        return Flux.deferContextual(context -> elsewhere.doOnNext(event -> {
            if (event instanceof RunFinished finished) {
                of(context).used(finished.summary().cpuNanos());
            }
        }));
    }
}
