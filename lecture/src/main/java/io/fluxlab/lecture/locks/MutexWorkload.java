package io.fluxlab.lecture.locks;

import io.fluxlab.claim.Claim;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Many readers and writers of one {@code Point} (lecture: Объекты синхронизации: блокировки), without a lock, with one, and
 * confined to one thread. One task; an item for each round.
 */
public final class MutexWorkload implements Workload<MutexWorkload.Parameters> {

    /**
     * Who uses the point, and how often.
     *
     * @param readers how many threads get the point
     * @param writers how many threads set the point
     * @param steps how often each does in a round
     * @param rounds how many rounds
     * @param limitMillis how long one race may take, in milliseconds
     */
    public record Parameters(
            @Param(value = "how many threads get the point", min = 1, max = 64)
            int readers,

            @Param(value = "how many threads set the point", min = 1, max = 64)
            int writers,

            @Param(value = "how often each thread gets or sets it in a round", min = 1, max = 1_000_000_000)
            int steps,

            @Param(value = "how many rounds", min = 1, max = 1000)
            int rounds,

            @Param(
                    value = "how long one race of readers and writers may take, in milliseconds",
                    min = 1,
                    max = 3_600_000)
            int limitMillis) {}

    @Override
    public String name() {
        return "mutex";
    }

    @Override
    public String summary() {
        return "sets and gets a point from many threads: unlocked, locked, confined to one thread";
    }

    @Override
    public Kind kind() {
        return Kind.CPU;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(4, 4, 400_000, 5, 20_000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        MutexExperiment crossing = new MutexExperiment(
                parameters.readers(),
                parameters.writers(),
                parameters.steps(),
                Duration.ofMillis(parameters.limitMillis()));
        return new Plan() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public String label(int task) {
                return "point, %d readers, %d writers".formatted(parameters.readers(), parameters.writers());
            }

            @Override
            public long total(int task) {
                return parameters.rounds();
            }

            @Override
            public Claim claim(AtOnce atOnce) {
                // Each of them has a thread, and where they are confined to one, that is one more.
                return Claim.ofThreads(1L + parameters.readers() + parameters.writers())
                        .plus(Claim.ofHeapBytes(1 << 20));
            }

            @Override
            public Publisher<MutexRound> body(int task, TaskContext context) {
                return Flux.range(1, parameters.rounds())
                        .concatMap(number -> Mono.fromCallable(() -> {
                            MutexRound round = crossing.round(number, context);
                            context.checkpoint(number);
                            return round;
                        }));
            }
        };
    }
}
