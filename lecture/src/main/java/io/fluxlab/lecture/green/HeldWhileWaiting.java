package io.fluxlab.lecture.green;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/** What a thread can hold while it waits. */
public enum HeldWhileWaiting {
    /** A {@link ReentrantLock}: no JDK pins a virtual thread for that. */
    @JsonProperty("lock")
    LOCK {
        @Override
        <T> T whileHolding(Callable<T> call) throws Exception {
            ReentrantLock lock = new ReentrantLock();
            lock.lock();
            try {
                return call.call();
            } finally {
                lock.unlock();
            }
        }
    },
    /** A monitor, by {@code synchronized}: pins before JDK 24. */
    @JsonProperty("monitor")
    MONITOR {
        @Override
        <T> T whileHolding(Callable<T> call) throws Exception {
            synchronized (new Object()) {
                return call.call();
            }
        }
    },
    /** A frame of native code, as a class has on its stack while the JVM initialises it: pins on every JDK so far. */
    @JsonProperty("native-frame")
    NATIVE_FRAME {
        @Override
        <T> T whileHolding(Callable<T> call) throws Exception {
            return ClassInitialiser.during(call);
        }
    };

    /** Makes the call while this is held by this thread alone. */
    abstract <T> T whileHolding(Callable<T> call) throws Exception;
}
