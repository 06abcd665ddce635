package io.fluxlab.lecture.green;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fluxlab.claim.Claim;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Many sleepers at once, and what each of them costs in time and memory (lecture: Green threads). */
public final class GreenThreadsWorkload implements Workload<GreenThreadsWorkload.Parameters> {

    /** What sleeps. */
    public enum Sleeper {
        /** A virtual thread. */
        @JsonProperty("virtual")
        VIRTUAL(Claim.ofHeapBytes(2 * 1024)),
        /** A thread of the operating system. */
        @JsonProperty("platform")
        PLATFORM(Claim.ofThreads(1)),
        /** No thread: a subscriber that is told when the time is up. */
        @JsonProperty("delay")
        DELAY(Claim.ofHeapBytes(512));

        private final Claim claim;

        Sleeper(Claim claim) {
            this.claim = claim;
        }

        /** What so many of them take, with the one thread that keeps the time for those that have none. */
        Claim claim(int count) {
            return claim.times(count).plus(Claim.ofThreads(1));
        }
    }

    /**
     * Who sleeps, and how long.
     *
     * @param sleeper what sleeps
     * @param count how many sleep at once
     * @param sleepMillis how long one sleep is, in milliseconds; each sleeps until all have been counted
     * @param rounds how often all of that is done
     */
    public record Parameters(
            @Param("what sleeps: a virtual thread, a platform thread or no thread at all")
            Sleeper sleeper,

            @Param(value = "how many sleep at once", min = 1, max = 1_000_000)
            int count,

            @Param(value = "milliseconds that one sleep takes", min = 1, max = 3_600_000)
            int sleepMillis,

            @Param(value = "how often all of that is done", min = 1, max = 1000)
            int rounds) {}

    @Override
    public String name() {
        return "green-threads";
    }

    @Override
    public String summary() {
        return "starts many sleepers and measures what each of them costs";
    }

    @Override
    public Kind kind() {
        return Kind.BLOCKING;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Sleeper.VIRTUAL, 100_000, 200, 3);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Plan() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public String label(int task) {
                return parameters.count() + " sleepers";
            }

            @Override
            public long total(int task) {
                return (long) parameters.count() * parameters.rounds();
            }

            @Override
            public Claim claim(AtOnce atOnce) {
                return parameters.sleeper().claim(parameters.count());
            }

            @Override
            public Publisher<Cost> body(int task, TaskContext context) {
                return Flux.range(0, parameters.rounds())
                        .map(round -> new SleepRound(parameters, context).spend(round));
            }
        };
    }
}
