package io.fluxlab.lecture.assignment.check;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A place where several threads have to be at the same time: that they were shows that they overlapped, however slow the machine
 * is. Who comes alone gives up after some time. Thread-safe.
 */
public final class ThreadBarrier {

    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch missing;
    private final Set<Thread> visitors = ConcurrentHashMap.newKeySet();
    private volatile boolean given;

    /** For so many threads. */
    public ThreadBarrier(int parties) {
        missing = new CountDownLatch(parties);
    }

    /** Waits until all are there, or it takes too long; once somebody has given up, nobody waits any more. */
    public void meet() {
        if (visitors.add(Thread.currentThread())) {
            missing.countDown();
        }
        try {
            if (!given && !missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                given = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits beside it until all are there, or it takes too long; says whether they are. */
    public boolean awaitAll() throws InterruptedException {
        return missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether all were there at once. */
    public boolean hasHappened() {
        return missing.getCount() == 0 && !given;
    }

    /** Who came. */
    public Set<Thread> visitors() {
        return Set.copyOf(visitors);
    }
}
