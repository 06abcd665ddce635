package io.fluxlab.junit.trial;

import io.fluxlab.junit.expectation.Departure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts where the calls of a body begin and end. A call begins on a thread of its lane; where it ends on one on which no
 * call of the same run has begun, and which is not the run's home loop, it has left the lane. Thread-safe.
 */
final class LaneDepartures {

    private static final int MOST_PLACES = 16;

    private final Map<String, Lane> lanes = new ConcurrentSkipListMap<>();
    private volatile Lane current = new Lane();

    /** The next calls are on this lane, in a run of its own. */
    void enter(String lane) {
        current = lanes.computeIfAbsent(lane, name -> new Lane());
        current.own.clear();
    }

    /** The run that goes on has this thread for its home loop. */
    void home(Thread thread) {
        current.own.add(thread);
    }

    /** A call begins on this thread. */
    void began() {
        current.own.add(Thread.currentThread());
    }

    /** A call ends on this thread. */
    void ended() {
        current.ended(Thread.currentThread());
    }

    /** Where the threads of the run that goes on are, as far as they live and are in code of the user's. */
    List<String> places() {
        return current.own.stream()
                .filter(Thread::isAlive)
                .map(LaneDepartures::place)
                .flatMap(Optional::stream)
                .distinct()
                .limit(MOST_PLACES)
                .toList();
    }

    /**
     * Waits until the threads of the last run have ended.
     *
     * @return where those are that have not ended in time
     */
    List<String> left(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (Thread thread : current.own) {
            thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        return places();
    }

    private static Optional<String> place(Thread thread) {
        StackFrames frames = new StackFrames(thread.getStackTrace());
        return frames.isEmpty() || frames.isOfLoop()
                ? Optional.empty()
                : Optional.of("%s: %s".formatted(thread.getName(), frames.where()));
    }

    List<Departure> all() {
        return lanes.entrySet().stream()
                .map(lane -> lane.getValue().departure(lane.getKey()))
                .toList();
    }

    private static final class Lane {
        private final Set<Thread> own = ConcurrentHashMap.newKeySet();
        private final LongAdder calls = new LongAdder();
        private final LongAdder elsewhere = new LongAdder();
        private volatile String threads = "";

        void ended(Thread thread) {
            calls.increment();
            if (!own.contains(thread)) {
                elsewhere.increment();
                threads = thread.getName().replaceFirst("[-#]?\\d+$", "");
            }
        }

        Departure departure(String name) {
            return new Departure(name, calls.sum(), elsewhere.sum(), threads);
        }
    }
}
