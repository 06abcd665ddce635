package org.example.bodies;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import reactor.core.publisher.Flux;

/** Bodies that wait until somebody says that they may go on. */
public final class Conditions {

    private static final Lock TURN = new ReentrantLock();
    private static final Condition MY_TURN = TURN.newCondition();
    private static boolean isTaken;
    private static final Object FREE = new Object();
    private static int free = 3;
    private static final BlockingQueue<Integer> FEED = new LinkedBlockingQueue<>();

    static {
        Flux.interval(Duration.ofMillis(2)).filter(tick -> FEED.size() < 50).subscribe(tick -> FEED.add(1));
    }

    private Conditions() {}

    /** A lock of one's own, made of a condition. */
    public static int turns() throws InterruptedException {
        TURN.lock();
        try {
            while (isTaken) {
                MY_TURN.await();
            }
            isTaken = true;
        } finally {
            TURN.unlock();
        }
        TimeUnit.MILLISECONDS.sleep(4);
        TURN.lock();
        try {
            isTaken = false;
            MY_TURN.signal();
        } finally {
            TURN.unlock();
        }
        return 1;
    }

    /** A pool of one's own, as it was written before there were semaphores. */
    public static int waitsForAFreeOne() throws InterruptedException {
        synchronized (FREE) {
            while (free == 0) {
                FREE.wait();
            }
            free--;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(8);
        } finally {
            synchronized (FREE) {
                free++;
                FREE.notify();
            }
        }
        return 1;
    }

    /** All wait for what comes from outside. */
    public static int fed() throws InterruptedException {
        return FEED.take();
    }
}
