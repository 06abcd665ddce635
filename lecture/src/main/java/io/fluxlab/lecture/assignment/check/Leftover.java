package io.fluxlab.lecture.assignment.check;

import java.util.Collection;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;

/** Threads that should have ended. */
public final class Leftover {

    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long LOOK_MILLIS = 10;

    private Leftover() {}

    /**
     * Throws with {@code left} where one of these threads still lives. Threads on their way out have a moment for that; those of
     * pools that belong to all are not counted.
     */
    public static void check(Collection<Thread> threads) throws InterruptedException {
        long end = System.nanoTime() + GRACE_NANOS;
        for (Thread thread : threads) {
            while (isLeft(thread) && System.nanoTime() < end) {
                thread.join(LOOK_MILLIS);
            }
            if (isLeft(thread)) {
                throw new Unmet("left", thread.getName());
            }
        }
    }

    private static boolean isLeft(Thread thread) {
        return thread.isAlive() && !isShared(thread);
    }

    private static boolean isShared(Thread thread) {
        boolean common = thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
        return common || (thread.isDaemon() && thread.getName().matches("(parallel|boundedElastic|single)-.*"));
    }
}
