package io.fluxlab.lecture.threads;

import io.fluxlab.claim.Claim;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * No way to kill a thread (lecture: threading): every {@link StopReaction} is asked to stop by every {@link Signal}, and watched.
 * One task for each pair, one item for each task.
 */
public final class PleaseStopWorkload implements Workload<PleaseStopWorkload.Parameters> {

    /**
     * How long to wait for an end.
     *
     * @param boundMillis how long after the signal a worker may end to count as stopped by it, in milliseconds
     */
    public record Parameters(
            @Param(
                    value = "how long a worker has to end after it was asked to, in milliseconds",
                    min = 1,
                    max = 3_600_000)
            int boundMillis) {}

    @Override
    public String name() {
        return "please-stop";
    }

    @Override
    public String summary() {
        return "asks workers to stop: one that looks, one that waits, one that ignores";
    }

    @Override
    public Kind kind() {
        return Kind.BLOCKING;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(1000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        Duration bound = Duration.ofMillis(parameters.boundMillis());
        StopReaction[] workers = StopReaction.values();
        Signal[] signals = Signal.values();
        return new Plan() {
            @Override
            public int size() {
                return workers.length * signals.length;
            }

            @Override
            public String label(int task) {
                return worker(task).label() + ", " + signal(task).label();
            }

            @Override
            public Claim claim(AtOnce atOnce) {
                return Claim.ofThreads(1).times(atOnce.tasks());
            }

            @Override
            public Publisher<Stopping> body(int task, TaskContext context) {
                return Mono.fromCallable(() -> signal(task).stop(worker(task), bound, context));
            }

            private StopReaction worker(int task) {
                return workers[task / signals.length];
            }

            private Signal signal(int task) {
                return signals[task % signals.length];
            }
        };
    }
}
