package io.fluxlab.catalog;

import io.fluxlab.claim.Claim;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.SplittableRandom;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Tasks that wait, blocking or not: the lecture's {@code compute} (lecture: Многопоточность). */
public final class SleepWorkload implements Workload<SleepWorkload.Parameters> {

    /** How a task waits. */
    public enum Style {
        /** It holds its thread: {@link Thread#sleep(long)}. */
        BLOCKING,
        /** It gives its thread back: {@link Mono#delay(Duration)}. */
        ASYNC
    }

    /**
     * How long to sleep.
     *
     * @param tasks how many tasks
     * @param minMillis the shortest sleep, in milliseconds
     * @param maxMillis the longest sleep, in milliseconds
     * @param style how a task waits
     * @param seed of the random lengths
     */
    public record Parameters(
            @Param(value = "how many tasks sleep", min = 1, max = 1_000_000)
            int tasks,

            @Param(value = "shortest sleep in milliseconds", min = 0, max = 3_600_000)
            int minMillis,

            @Param(value = "longest sleep in milliseconds", min = 0, max = 3_600_000)
            int maxMillis,

            @Param("whether a sleep holds its thread") Style style,

            @Param("seed of the random lengths") long seed) {

        public Parameters {
            if (minMillis > maxMillis) {
                throw InvalidRequestException.of(
                        "minMillis",
                        minMillis,
                        "minMillis must be at most maxMillis, was %d with maxMillis %d"
                                .formatted(minMillis, maxMillis));
            }
        }
    }

    @Override
    public String name() {
        return "sleep";
    }

    @Override
    public String summary() {
        return "sleeps for random times, holding a thread or not: the lecture's compute";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    /** A tenth of the lecture's five sleeps of one to five seconds. */
    @Override
    public Parameters defaults() {
        return new Parameters(5, 100, 500, Style.BLOCKING, 1);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Plan() {
            @Override
            public int size() {
                return parameters.tasks();
            }

            @Override
            public String label(int task) {
                return "sleep " + millis(parameters, task) + " ms";
            }

            @Override
            public Claim claim(AtOnce atOnce) {
                return Claim.NONE;
            }

            @Override
            public Publisher<Integer> body(int task, TaskContext context) {
                int millis = millis(parameters, task);
                return switch (parameters.style()) {
                    case BLOCKING ->
                        Mono.fromCallable(() -> context.blocking(() -> {
                            Thread.sleep(millis);
                            return millis;
                        }));
                    case ASYNC ->
                        Mono.delay(Duration.ofMillis(millis), context.timer()).thenReturn(millis);
                };
            }
        };
    }

    // tag::millis[]
    /** How long a task sleeps, which does not depend on when it is asked for, nor on the lane. */
    private static int millis(Parameters parameters, int task) {
        int spread = parameters.maxMillis() - parameters.minMillis();
        return parameters.minMillis() + new SplittableRandom(parameters.seed() + task).nextInt(spread + 1);
    }
    // end::millis[]
}
