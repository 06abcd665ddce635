package io.fluxlab.workload;

import io.fluxlab.claim.Claim;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * A workload made of a body that a user gives: in each task one call after the other, as far as there is demand.
 *
 * @param name what it is called
 * @param itemsOfCall how many items a call emits, at the most
 * @param body makes the call
 */
record RepeatedWorkload(String name, int itemsOfCall, Supplier<? extends Publisher<?>> body)
        implements Workload<Repeated> {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    RepeatedWorkload {
        if (!KEBAB_CASE.matcher(name).matches()) {
            throw new IllegalArgumentException("a workload's name must be kebab-case like parse-order, was " + name);
        }
    }

    @Override
    public String summary() {
        return "calls of " + name;
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
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
            public Claim claim(AtOnce atOnce) {
                return Plan.usualClaim((long) itemsOfCall * parameters.calls()).times(atOnce.tasks());
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                if (parameters.calls() == 1) {
                    return body.get();
                }
                return Flux.range(1, parameters.calls()).concatMap(call -> {
                    context.checkpoint(call - 1L);
                    return context.assemble(body::get);
                });
            }
        };
    }
}
