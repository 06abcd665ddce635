package io.fluxlab.capacity;

import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunSetup;
import reactor.core.publisher.Flux;

/** Makes steps happen. Thread-safe. */
@FunctionalInterface
public interface StepRunner {

    /**
     * The run of a step, cold; cancel ends it. Fails with a {@link io.fluxlab.error.RejectedRequestException} where it may
     * not start.
     */
    Flux<RunEvent> run(RunSetup step);
}
