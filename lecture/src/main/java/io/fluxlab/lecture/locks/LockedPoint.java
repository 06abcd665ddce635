package io.fluxlab.lecture.locks;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

// tag::point[]
/** The lecture's {@code Point}: who gets or sets holds the mutex meanwhile. Thread-safe. */
final class LockedPoint implements Point {

    private final Lock mutex;
    private final Point point;

    /** Guards a point that nobody else uses. */
    LockedPoint(Point point) {
        this(point, new ReentrantLock());
    }

    /** Guards the point with this lock. */
    LockedPoint(Point point, Lock mutex) {
        this.point = point;
        this.mutex = mutex;
    }

    @Override
    public long get() {
        mutex.lock();
        try {
            return point.get();
        } finally {
            mutex.unlock();
        }
    }

    @Override
    public void set(int x, int y) {
        mutex.lock();
        try {
            point.set(x, y);
        } finally {
            mutex.unlock();
        }
    }
}
// end::point[]
