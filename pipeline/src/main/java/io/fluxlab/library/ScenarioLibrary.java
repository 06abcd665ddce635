package io.fluxlab.library;

import io.fluxlab.error.FieldError;
import io.fluxlab.lab.Lab;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Scenarios that somebody knows. Thread-safe. Everything is lazy. */
public interface ScenarioLibrary {

    /** No scenario. */
    ScenarioLibrary EMPTY = new EmptyLibrary();

    /** All of them: those of the lecture in its order, then those that rebuild a public report. Cancel stops reading. */
    Flux<ScenarioInfo> list();

    /**
     * One of them as plain values; fails with an {@link io.fluxlab.error.InvalidRequestException} where there is none of this
     * name.
     */
    Mono<Map<String, Object>> show(ScenarioQuery query);

    /** What is wrong with a request, as far as that can be told without a lab. */
    List<FieldError> mistakes(ScenarioRequest request);

    /**
     * Runs a scenario on this lab: a cold stream, whose events are also what travels. Cancel ends the step that goes on. Fails
     * with an {@link io.fluxlab.error.InvalidRequestException} before the first event where the lab has not what it takes.
     */
    Flux<? extends ScenarioSignal> run(ScenarioRequest request, Lab lab);
}
