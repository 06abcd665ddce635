package io.fluxlab.lecture.threads;

import io.fluxlab.claim.Claim;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lecture.demonstration.Each;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.util.List;

/**
 * Runs one body on a thread of a given name (lecture: threading): as a function with arguments, as a subclass of {@link Thread},
 * through {@code subscribeOn}, and by the main thread of a program in a JVM of its own. One task for each way, one item for each task.
 */
public final class FirstThreadWorkload implements Workload<FirstThreadWorkload.Parameters> {

    /**
     * What the body is given.
     *
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument, by name in the lecture
     * @param thread name of the thread
     * @param workMillis how long the body works after it has looked around, in milliseconds
     */
    public record Parameters(
            @Param("the body's first argument") int a,

            @Param("the body's second argument") int b,

            @Param("the body's third argument, which the lecture gives by name")
            int c,

            @Param(value = "name of the thread that the body runs on", max = 100)
            String thread,

            @Param(value = "how long the body works, in milliseconds", min = 0, max = 3_600_000)
            int workMillis) {

        public Parameters {
            if (thread.isBlank()) {
                throw InvalidRequestException.of("thread", thread, "thread must not be blank, was \"" + thread + "\"");
            }
        }
    }

    @Override
    public String name() {
        return "first-thread";
    }

    @Override
    public String summary() {
        return "runs a body on a thread of its own: as a function, as a subclass, through subscribeOn";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    /** The lecture's. */
    @Override
    public Parameters defaults() {
        return new Parameters(1, 2, 3, "th", 0);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Each<>(
                List.of(ThreadCreation.values()),
                Claim.ofThreads(1).or(ChildJvm.CLAIM),
                ThreadCreation::label,
                (way, context) -> way.sight(parameters, context));
    }
}
