package io.fluxlab.lecture.locks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of threads in a circle, each of which needs its own lock and its neighbour's.
 *
 * @param remedy what was done against their waiting for each other
 * @param takers how many they were
 * @param turns how often all of them together were to have both locks
 * @param done how often they had
 * @param deadlocked whether they waited for each other in a circle
 * @param circle who waits for whom: each for the next one, the last for the first; empty where nobody does
 * @param waitsFor the class of the lock that the first one waits for, null where it does not
 * @param foundByJvm those whom the JVM's own search for deadlocks finds
 * @param freed whether all of them ended once they were interrupted, where they waited for each other
 * @param mostHoldingOne how many had one lock, but not the second, at the most at once
 * @param mostHoldingBoth how many had both at the most at once
 * @param gaveBack how often one gave its first lock back because it did not get the second
 * @param threads how many threads took them
 */
record Circle(
        DeadlockRemedy remedy,
        int takers,
        int turns,
        int done,
        boolean deadlocked,
        List<String> circle,
        @Nullable String waitsFor,
        List<String> foundByJvm,
        boolean freed,
        int mostHoldingOne,
        int mostHoldingBoth,
        int gaveBack,
        int threads) {

    /** Seen before, while they waited; and this is what became of them. */
    Circle afterInterrupt(boolean ended) {
        return new Circle(
                remedy,
                takers,
                turns,
                done,
                deadlocked,
                circle,
                waitsFor,
                foundByJvm,
                ended,
                mostHoldingOne,
                mostHoldingBoth,
                gaveBack,
                threads);
    }
}
