package io.fluxlab.library;

import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lab.Lab;
import io.fluxlab.parameter.Names;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where nobody knows a scenario. Stateless. */
final class EmptyLibrary implements ScenarioLibrary {

    @Override
    public Flux<ScenarioInfo> list() {
        return Flux.empty();
    }

    @Override
    public Mono<Map<String, Object>> show(ScenarioQuery query) {
        return Mono.error(() -> new InvalidRequestException(List.of(none("name", query.name()))));
    }

    @Override
    public List<FieldError> mistakes(ScenarioRequest request) {
        return List.of(none("scenario", request.scenario()));
    }

    @Override
    public Flux<ScenarioSignal> run(ScenarioRequest request, Lab lab) {
        return Flux.error(() -> new InvalidRequestException(mistakes(request)));
    }

    private static FieldError none(String field, String name) {
        return new FieldError(field, name, "unknown scenario " + Names.shortened(name) + "; this lab knows none");
    }
}
