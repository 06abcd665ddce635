package io.fluxlab.lecture.locks;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.locks.DeadlockWorkload.Parameters;
import io.fluxlab.lecture.race.TracedLock;
import io.fluxlab.trace.Tracer;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/** Has threads in a circle take two locks each, and waits until all are through or are seen to wait for each other. */
final class CircleWatch {

    private static final Patience LOOK = Patience.millis(5);

    private final Parameters parameters;
    private final HeldLocks tally = new HeldLocks();

    CircleWatch(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Blocks, and ends all threads that it has started. */
    Circle keep(TaskContext context) throws Exception {
        try (DemonstrationThreads threads = new DemonstrationThreads(context.tracer())) {
            List<Thread> takers = start(threads, context.tracer());
            return context.blocking(() -> watch(threads, takers));
        }
    }

    private List<Thread> start(DemonstrationThreads threads, Tracer tracer) {
        int size = parameters.takers();
        List<Lock> locks = IntStream.rangeClosed(1, size)
                .mapToObj(i -> TracedLock.of(new ReentrantLock(), "lock-" + i, tracer))
                .toList();
        CountDownLatch allHoldOne = new CountDownLatch(size);
        List<Thread> takers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int neighbour = (i + 1) % size;
            boolean ordered = parameters.remedy() == DeadlockRemedy.ORDER;
            Lock first = locks.get(ordered ? Math.min(i, neighbour) : i);
            Lock second = locks.get(ordered ? Math.max(i, neighbour) : neighbour);
            takers.add(
                    threads.start("taker-" + (i + 1), new Taker(first, second, parameters, allHoldOne, tally, tracer)));
        }
        return takers;
    }

    /** A deadlock counts when it is seen at two looks, one after the other: between them a thread could have gone on. */
    private Circle watch(DemonstrationThreads threads, List<Thread> takers) throws Exception {
        long start = System.nanoTime();
        Duration limit = Duration.ofMillis(parameters.limitMillis());
        Optional<Deadlock> before = Optional.empty();
        while (System.nanoTime() - start < limit.toNanos()) {
            if (threads.joinWithin(LOOK)) {
                return tally.through(parameters);
            }
            Optional<Deadlock> now = Deadlock.of(takers.get(0));
            if (now.isPresent() && now.equals(before)) {
                List<String> found = takers.stream()
                        .filter(Deadlock::isFoundByJvm)
                        .map(Thread::getName)
                        .toList();
                Circle stuck = tally.stuck(parameters, now.get(), found);
                threads.close();
                return stuck.afterInterrupt(takers.stream().noneMatch(Thread::isAlive));
            }
            before = now;
        }
        throw new TimeoutException("the threads were neither through nor seen to wait for each other within %d ms"
                .formatted(parameters.limitMillis()));
    }
}
