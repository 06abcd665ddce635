package io.fluxlab.lecture.signals;

import java.lang.Thread.State;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The threads on which waiters came. Thread-safe. */
final class Comers {

    private static final String HERE = Comers.class.getPackageName() + ".";

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** A waiter comes on this thread. */
    void add(Thread thread) {
        threads.add(thread);
    }

    /** How many different threads they came on. */
    int threads() {
        return threads.size();
    }

    /** How many of these do nothing now but wait inside of a waiter's call. */
    int held() {
        return (int) threads.stream().filter(Comers::isHeld).count();
    }

    /** Its state is looked at after its calls: one that went on meanwhile is not held. */
    private static boolean isHeld(Thread thread) {
        for (StackTraceElement call : thread.getStackTrace()) {
            if (call.getClassName().startsWith(HERE)) {
                State state = thread.getState();
                return state == State.WAITING || state == State.TIMED_WAITING || state == State.BLOCKED;
            }
        }
        return false;
    }
}
