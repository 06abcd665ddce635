package io.fluxlab.lecture.locks;

import io.fluxlab.lecture.locks.Traffic.Seen;
import io.fluxlab.lecture.race.Gap;
import io.fluxlab.lecture.race.Race;
import io.fluxlab.lecture.race.TracedLock;
import io.fluxlab.trace.Tracer;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Readers and writers meet at a point: without a lock, with one, on one thread. First they are left alone, and their speed
 * is measured. Where no mixed pair was seen then, all stop between x and y now and then, for longer and longer, until
 * there is one; the lock has to stand the same.
 *
 * @param readers how many get the point
 * @param writers how many set it
 * @param steps how often each does
 * @param limit how long that may take
 */
record MutexExperiment(int readers, int writers, int steps, Duration limit) {

    private static final int MOST_ATTEMPTS = 12;

    private static final int TRACED_STEPS = 3;

    /** A step on one thread is a signal, and one that stops a thread is a change of threads: both take many times as long. */
    private static final int SHARE_OF_DEAR_STEPS = 10;

    MutexRound round(int number, TaskContext context) throws Exception {
        if (number == 1 && context.tracer().isOn()) {
            trace(context);
        }
        int fewer = Math.max(1, steps / SHARE_OF_DEAR_STEPS);
        Seen unlocked = pass(Race.free(), new UnlockedPoint(new Gap()), steps, context);
        Seen locked = pass(Race.free(), new LockedPoint(new UnlockedPoint(new Gap())), steps, context);
        Seen confined = pass(Race.confined(), new UnlockedPoint(new Gap()), fewer, context);
        if (unlocked.mixed() > 0) {
            return new MutexRound(number, unlocked, locked, confined, 1, unlocked, locked);
        }
        Seen provoked = unlocked;
        int attempts = 1;
        while (provoked.mixed() == 0 && attempts < MOST_ATTEMPTS) {
            attempts++;
            provoked = pass(Race.free(), new UnlockedPoint(gap(fewer, attempts)), fewer, context);
        }
        Seen guarded = pass(Race.free(), new LockedPoint(new UnlockedPoint(gap(fewer, attempts))), fewer, context);
        return new MutexRound(number, unlocked, locked, confined, attempts, provoked, guarded);
    }

    /**
     * One writer and one reader take a few steps that are taken down one by one, which would be too many of them and too slow in the
     * races that follow: without a lock, until the reader got a mixed pair, and then with one.
     */
    private void trace(TaskContext context) throws Exception {
        Tracer tracer = context.tracer();
        boolean isMixed = false;
        for (int attempt = 2; !isMixed && attempt <= MOST_ATTEMPTS; attempt++) {
            isMixed = few(new TracedPoint(gap(TRACED_STEPS, attempt), tracer), context)
                            .mixed()
                    > 0;
        }
        Lock mutex = TracedLock.of(new ReentrantLock(), "mutex", tracer);
        few(new LockedPoint(new TracedPoint(gap(TRACED_STEPS, 2), tracer), mutex), context);
    }

    private Seen few(Point point, TaskContext context) throws Exception {
        return new Traffic(Race.free(context.tracer()), point, 1, 1).pass(TRACED_STEPS, limit, context);
    }

    private static Gap gap(long times, int attempt) {
        Gap gap = new Gap();
        gap.open(times, attempt - 2);
        return gap;
    }

    private Seen pass(Race race, Point point, long times, TaskContext context) throws Exception {
        return new Traffic(race, point, readers, writers).pass(times, limit, context);
    }
}
