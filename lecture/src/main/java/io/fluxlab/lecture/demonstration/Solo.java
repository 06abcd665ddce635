package io.fluxlab.lecture.demonstration;

import io.fluxlab.claim.Claim;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/**
 * A plan of one task.
 *
 * @param name what the task is called
 * @param claim what it takes of the machine
 * @param body the task's items
 */
public record Solo(String name, Claim claim, Function<TaskContext, Publisher<?>> body) implements Plan {

    @Override
    public int size() {
        return 1;
    }

    @Override
    public Claim claim(AtOnce atOnce) {
        return claim;
    }

    @Override
    public String label(int task) {
        return name;
    }

    @Override
    public Publisher<?> body(int task, TaskContext context) {
        return body.apply(context);
    }
}
