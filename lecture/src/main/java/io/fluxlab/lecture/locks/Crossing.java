package io.fluxlab.lecture.locks;

import io.fluxlab.lecture.locks.Traffic.Seen;
import io.fluxlab.lecture.race.Gap;
import io.fluxlab.lecture.race.Race;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;

/**
 * Readers and writers meet at a point: without a lock, with one, on one thread.
 *
 * @param readers how many get the point
 * @param writers how many set it
 * @param steps how often each does
 * @param limit how long that may take
 */
record Crossing(int readers, int writers, int steps, Duration limit) {

    private static final int MOST_ATTEMPTS = 12;
    private static final int SELDOM = 1024;
    private static final int OFTEN = 16;

    /** A step on one thread is a signal, and takes many times as long. */
    private static final int CONFINED_SHARE = 10;

    MutexRound round(int number, TaskContext context) throws Exception {
        Seen unlocked = pass(Race.free(), new UnlockedPoint(new Gap()), steps, context);
        Seen provoked = unlocked;
        int attempts = 1;
        while (provoked.mixed() == 0 && attempts < MOST_ATTEMPTS) {
            attempts++;
            provoked = pass(Race.free(), pointWithGap(attempts), steps, context);
        }
        Seen locked = pass(Race.free(), new LockedPoint(pointWithGap(attempts)), steps, context);
        Seen confined =
                pass(Race.confined(), new UnlockedPoint(new Gap()), Math.max(1, steps / CONFINED_SHARE), context);
        return new MutexRound(
                number,
                unlocked,
                provoked,
                attempts,
                locked,
                confined,
                unlocked.perSecond() / locked.perSecond(),
                unlocked.perSecond() / confined.perSecond());
    }

    /** The first attempt leaves the threads alone; after it, a writer stops between x and y more and more often. */
    private static Point pointWithGap(int attempt) {
        Gap gap = new Gap();
        if (attempt > 1) {
            gap.open(Math.max(OFTEN, SELDOM >> (attempt - 2)));
        }
        return new UnlockedPoint(gap);
    }

    private Seen pass(Race race, Point point, long times, TaskContext context) throws Exception {
        return new Traffic(race, point, readers, writers).pass(times, limit, context);
    }
}
