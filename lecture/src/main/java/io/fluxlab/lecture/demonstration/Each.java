package io.fluxlab.lecture.demonstration;

import io.fluxlab.claim.Claim;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/**
 * A plan of one task for each of several subjects. Immutable.
 *
 * @param subjects what the tasks are about, in their order
 * @param claim what one task takes of the machine
 * @param name what a subject's task is called
 * @param body the items of a subject's task
 */
public record Each<S>(
        List<S> subjects,
        Claim claim,
        Function<? super S, String> name,
        BiFunction<? super S, TaskContext, Publisher<?>> body)
        implements Plan {

    public Each {
        subjects = List.copyOf(subjects);
    }

    @Override
    public int size() {
        return subjects.size();
    }

    @Override
    public Claim claim(AtOnce atOnce) {
        return claim.times(atOnce.tasks());
    }

    @Override
    public String label(int task) {
        return name.apply(subjects.get(task));
    }

    @Override
    public Publisher<?> body(int task, TaskContext context) {
        return body.apply(subjects.get(task), context);
    }
}
