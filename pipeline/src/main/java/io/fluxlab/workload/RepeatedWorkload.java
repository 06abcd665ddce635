package io.fluxlab.workload;

import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A workload made of a body that a user gives. */
record RepeatedWorkload(String name, Kind kind, Supplier<? extends Publisher<?>> body) implements Workload<Repeated> {

    @Override
    public String summary() {
        return "calls of " + name;
    }

    @Override
    public Repeated defaults() {
        return new Repeated(64, 100);
    }

    @Override
    public Plan plan(Repeated parameters) {
        return new Plan() {
            @Override
            public int size() {
                return parameters.tasks();
            }

            @Override
            public long total(int task) {
                return parameters.calls();
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                if (parameters.calls() == 1) {
                    return body.get();
                }
                return Flux.range(1, parameters.calls()).concatMap(call -> {
                    context.checkpoint(call - 1L);
                    return body.get();
                });
            }
        };
    }
}
