package io.fluxlab.lecture.locks;

import io.fluxlab.lecture.locks.DeadlockWorkload.Parameters;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts who holds how many locks of a circle. Thread-safe. */
final class HeldLocks {

    private final AtomicInteger holdingOne = new AtomicInteger();
    private final AtomicInteger mostHoldingOne = new AtomicInteger();
    private final AtomicInteger holdingBoth = new AtomicInteger();
    private final AtomicInteger mostHoldingBoth = new AtomicInteger();
    private final AtomicInteger gaveBack = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** The thread has taken one lock, and needs another. */
    void tookFirst() {
        threads.add(Thread.currentThread());
        mostHoldingOne.accumulateAndGet(holdingOne.incrementAndGet(), Math::max);
    }

    /** It has taken the second, too. */
    void tookSecond() {
        holdingOne.decrementAndGet();
        tookBoth();
    }

    /** Both were taken at once. */
    void tookBoth() {
        threads.add(Thread.currentThread());
        mostHoldingBoth.accumulateAndGet(holdingBoth.incrementAndGet(), Math::max);
    }

    /** It did not get the second. */
    void givesFirstBack() {
        holdingOne.decrementAndGet();
        gaveBack.incrementAndGet();
    }

    /** It has had both. */
    void givesBothBack() {
        holdingBoth.decrementAndGet();
        done.incrementAndGet();
    }

    /** What came of it where everyone had its turns. */
    Circle through(Parameters parameters) {
        return seen(parameters, null, List.of());
    }

    /** What came of it where they wait for each other, and the JVM's own search finds some of them. */
    Circle stuck(Parameters parameters, Deadlock deadlock, List<String> foundByJvm) {
        return seen(parameters, deadlock, foundByJvm);
    }

    private Circle seen(Parameters parameters, @Nullable Deadlock deadlock, List<String> foundByJvm) {
        return new Circle(
                parameters.remedy(),
                parameters.takers(),
                parameters.takers() * parameters.turns(),
                done.get(),
                deadlock != null,
                deadlock == null ? List.of() : deadlock.circle(),
                deadlock == null ? null : deadlock.waitsFor(),
                foundByJvm,
                false,
                mostHoldingOne.get(),
                mostHoldingBoth.get(),
                gaveBack.get(),
                threads.size());
    }
}
