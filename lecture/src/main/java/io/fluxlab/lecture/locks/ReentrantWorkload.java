package io.fluxlab.lecture.locks;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * One thread takes a lock twice (lecture: Объекты синхронизации: блокировки, {@code RLock} and {@code Lock}). Where it
 * waits for itself it is found out, named and interrupted. One task, one item.
 */
public final class ReentrantWorkload implements Workload<ReentrantWorkload.Parameters> {

    /**
     * Which lock.
     *
     * @param lock which lock is taken twice
     * @param holdMillis how long it is held after that, in milliseconds
     * @param limitMillis how long to wait until it is clear what came of it, in milliseconds
     */
    public record Parameters(
            @Param("which lock is taken twice") Held lock,

            @Param(value = "how long the lock is held, in milliseconds", min = 0, max = 3_600_000)
            int holdMillis,

            @Param(
                    value = "how long to wait until it is clear what came of it, in milliseconds",
                    min = 1,
                    max = 7_200_000)
            int limitMillis) {}

    @Override
    public String name() {
        return "reentrant";
    }

    @Override
    public String summary() {
        return "takes a lock twice on one thread, and finds out where that waits for itself";
    }

    @Override
    public Kind kind() {
        return Kind.BLOCKING;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Held.REENTRANT, 0, 10_000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        DeadlockWatch watch = new DeadlockWatch(
                parameters.lock(), parameters.holdMillis(), Duration.ofMillis(parameters.limitMillis()));
        return new Solo("taken twice", Claim.ofThreads(1), context -> Mono.fromCallable(() -> watch.keep(context)));
    }
}
