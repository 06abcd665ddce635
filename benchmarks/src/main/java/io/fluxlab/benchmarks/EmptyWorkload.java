package io.fluxlab.benchmarks;

import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Tasks that do nothing: a service, so that child processes find it. */
public final class EmptyWorkload implements Workload<EmptyWorkload.Parameters> {

    /** How many. */
    public record Parameters(
            @Param(value = "how many tasks", min = 1, max = 10_000_000)
            int tasks) {}

    @Override
    public String name() {
        return "empty";
    }

    @Override
    public String summary() {
        return "does nothing";
    }

    @Override
    public Kind kind() {
        return Kind.CPU;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(1);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Plan() {
            @Override
            public int size() {
                return parameters.tasks();
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                return Mono.empty();
            }
        };
    }
}
