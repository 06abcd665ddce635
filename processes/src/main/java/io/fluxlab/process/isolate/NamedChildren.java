package io.fluxlab.process.isolate;

import io.fluxlab.process.child.Child;
import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.child.Children;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.WarmJvms;
import io.fluxlab.workload.Recipe;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;

/** Children by name, which stay until all of them are ended. Thread-safe. */
final class NamedChildren implements WarmJvms {

    private final Children children;
    private final Map<String, Child> started = new ConcurrentHashMap<>();

    NamedChildren(Children children) {
        this.children = children;
    }

    @Override
    public Flux<RunEvent> run(String jvm, RunRequest request, Optional<Recipe> recipe, Optional<Duration> timeLimit) {
        return Flux.defer(() -> {
            Child there = started.get(jvm);
            return there != null
                    ? ProcessIsolation.run(there, request, recipe, false, timeLimit)
                    : children.start(ChildOptions.alike(LabProgram.class))
                            .doOnNext(child -> started.put(jvm, child))
                            .flatMapMany(child -> ProcessIsolation.run(child, request, recipe, true, timeLimit));
        });
    }
}
