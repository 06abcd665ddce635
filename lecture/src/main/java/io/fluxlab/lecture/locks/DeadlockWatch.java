package io.fluxlab.lecture.locks;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Has a thread take a lock twice, and waits until it is through or is seen to wait for itself. Immutable. */
record DeadlockWatch(Held held, int holdMillis, Duration limit) {

    private static final long LOOK_MILLIS = 5;

    SecondTake keep(TaskContext context) throws Exception {
        Retaker retaker = new Retaker(held.lock(), holdMillis);
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            Thread thread = threads.start("taker", retaker);
            return context.blocking(() -> watch(retaker, thread));
        }
    }

    /** A deadlock counts when it is seen at two looks, one after the other: between them the thread could have gone on. */
    private SecondTake watch(Retaker retaker, Thread thread) throws Exception {
        long start = System.nanoTime();
        Optional<Deadlock> before = Optional.empty();
        while (System.nanoTime() - start < limit.toNanos()) {
            if (retaker.isThrough(LOOK_MILLIS)) {
                return new SecondTake(held, true, retaker.taken(), false, List.of(), null, false, since(start));
            }
            Optional<Deadlock> now = Deadlock.of(thread);
            if (now.isPresent() && now.equals(before)) {
                boolean foundByJvm = Deadlock.isFoundByJvm(thread);
                return new SecondTake(
                        held,
                        false,
                        retaker.taken(),
                        true,
                        now.get().circle(),
                        now.get().waitsFor(),
                        foundByJvm,
                        since(start));
            }
            before = now;
        }
        throw new TimeoutException("the thread %s was neither through nor seen to wait for itself within %d ms"
                .formatted(thread.getName(), limit.toMillis()));
    }

    private static double since(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e6;
    }
}
