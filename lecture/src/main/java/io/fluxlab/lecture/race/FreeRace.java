package io.fluxlab.lecture.race;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.trace.Tracer;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * Each racer on a thread of its own; all start together, once the last thread is there.
 *
 * @param tracer takes down when the threads start and end
 */
record FreeRace(Tracer tracer) implements Race {

    /** How many steps are taken between two looks at whether to stop. */
    private static final long STRIDE = 256;

    @Override
    public long run(List<Racer> racers, long steps, Duration limit, TaskContext context) throws Exception {
        AtomicInteger missing = new AtomicInteger(racers.size());
        LongAccumulator start = new LongAccumulator(Math::min, Long.MAX_VALUE);
        LongAccumulator end = new LongAccumulator(Math::max, Long.MIN_VALUE);
        long origin = System.nanoTime();
        try (DemonstrationThreads threads = new DemonstrationThreads(tracer)) {
            for (Racer racer : racers) {
                threads.start(racer.name(), () -> {
                    if (awaitOthers(missing)) {
                        start.accumulate(System.nanoTime() - origin);
                        take(racer, steps);
                        end.accumulate(System.nanoTime() - origin);
                    }
                });
            }
            context.blocking(() -> threads.joinWithin(new Patience(limit)));
        }
        return Math.max(1, end.get() - start.get());
    }

    /** Spins, because a thread that is woken comes late: the first would be through before the second has begun. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on whom the CPU goes to, only that it may
    private static boolean awaitOthers(AtomicInteger missing) {
        missing.decrementAndGet();
        while (missing.get() > 0) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            Thread.yield();
        }
        return true;
    }

    private static void take(Racer racer, long steps) {
        for (long done = 0; done < steps && !Thread.currentThread().isInterrupted(); ) {
            for (long pause = Math.min(steps, done + STRIDE); done < pause; done++) {
                racer.step();
            }
        }
    }
}
