package io.fluxlab.lab;

import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.util.stream.LongStream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A workload with a parameter of its own, for labs that have no others. */
final class Sums implements Workload<Sums.Parameters> {

    record Parameters(
            @Param(value = "the last number of the sum", min = 1, max = 1_000_000)
            int upTo) {}

    @Override
    public String name() {
        return "sums";
    }

    @Override
    public String summary() {
        return "adds up whole numbers";
    }

    @Override
    public Kind kind() {
        return Kind.CPU;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(1000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Plan() {
            @Override
            public int size() {
                return 2;
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                return Mono.fromCallable(
                        () -> LongStream.rangeClosed(1, parameters.upTo()).sum());
            }
        };
    }
}
