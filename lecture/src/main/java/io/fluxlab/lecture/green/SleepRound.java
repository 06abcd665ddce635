package io.fluxlab.lecture.green;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.green.GreenThreadsWorkload.Parameters;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import reactor.core.Exceptions;

/** One round: all fall asleep, are counted and weighed, and wake up. */
final class SleepRound {

    private static final int CHECKPOINT = 64;

    /** How long the system may take to clear away the threads of one round before the next one is measured. */
    private static final Patience SETTLING = new Patience(Duration.ofSeconds(5));

    /** What the JVM itself may start meanwhile. */
    private static final int SPARE_THREADS = 4;

    private final Parameters parameters;
    private final TaskContext context;

    SleepRound(Parameters parameters, TaskContext context) {
        this.parameters = parameters;
        this.context = context;
    }

    /** Blocks until all have ended; an interrupt, or a cancel at a checkpoint, ends them all. */
    Cost spend(int round) {
        try (SleepingCrowd sleepers = sleepers()) {
            long threadsBefore = ThreadStacks.threads();
            Footprint before = context.blocking(Footprint::now);
            long startNanos = System.nanoTime();
            for (int started = 0; started < parameters.count(); started++) {
                if (started % CHECKPOINT == 0) {
                    context.checkpoint((long) round * parameters.count() + started);
                }
                sleepers.start();
            }
            await("all to have started", () -> sleepers.begun() == parameters.count());
            long allStartedNanos = System.nanoTime();
            long threadsAsleep = ThreadStacks.threads();
            Footprint asleep = context.blocking(Footprint::now);
            Cost cost = new Cost(
                    parameters.sleeper(),
                    sleepers.asleep(),
                    threadsAsleep == 0 ? null : threadsAsleep - threadsBefore,
                    (allStartedNanos - startNanos) / 1e3 / parameters.count(),
                    asleep.heapBytesEach(before, parameters.count()),
                    asleep.stackBytesEach(before, parameters.count()));
            sleepers.itIsOver();
            await("all to wake up", sleepers::allHaveEnded);
            context.blocking(() -> SETTLING.within(() -> ThreadStacks.threads() <= threadsBefore + SPARE_THREADS));
            context.checkpoint((round + 1L) * parameters.count());
            return cost;
        } catch (Exception e) {
            throw Exceptions.propagate(e);
        }
    }

    private void await(String what, BooleanSupplier condition) throws Exception {
        Duration limit = Patience.DEFAULT.limit().plusMillis(parameters.sleepMillis());
        context.blocking(() -> {
            new Patience(limit).until(what, condition);
            return true;
        });
    }

    private SleepingCrowd sleepers() {
        Duration sleep = Duration.ofMillis(parameters.sleepMillis());
        return switch (parameters.sleeper()) {
            case VIRTUAL -> new SleepingThreads(Thread.ofVirtual(), parameters.count(), sleep);
            case PLATFORM -> new SleepingThreads(Thread.ofPlatform().daemon(), parameters.count(), sleep);
            case DELAY -> new SleepingSubscribers(sleep);
        };
    }
}
