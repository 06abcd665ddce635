package io.fluxlab.lecture.locks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of taking a lock for a second time.
 *
 * @param lock which lock
 * @param wentOn whether the thread got it and went on
 * @param taken how often the thread had taken it by then
 * @param deadlocked whether the thread waits for itself
 * @param circle who waits for whom: the thread's name, where it waits for itself
 * @param waitsFor the class of the lock it waits for, null where it does not
 * @param foundByJvm whether the JVM's own search for deadlocks finds the thread
 * @param watchedMillis after how long that was known, in milliseconds
 */
record SecondTake(
        Held lock,
        boolean wentOn,
        int taken,
        boolean deadlocked,
        List<String> circle,
        @Nullable String waitsFor,
        boolean foundByJvm,
        double watchedMillis) {}
