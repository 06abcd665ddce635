package io.fluxlab.junit.trial;

import io.fluxlab.junit.expectation.LoopWatch;
import io.fluxlab.junit.expectation.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a thread's stack once in a millisecond, on a thread of its own. {@link #watch} is thread-safe; {@link #close}
 * ends the thread, and {@link #found} is for after that.
 */
final class LoopWatcher implements AutoCloseable {

    private static final long PERIOD_MICROS = 1_000;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("fluxlab-loop-watcher").daemon().factory());
    private final Places computing = new Places();
    private final Places waiting = new Places();
    private volatile @Nullable Thread loop;
    private volatile boolean looking;
    private volatile int looks;

    LoopWatcher() {
        clock.scheduleAtFixedRate(this::look, PERIOD_MICROS, PERIOD_MICROS, TimeUnit.MICROSECONDS);
    }

    /** Watches this thread from the next look on. */
    void watch(Thread thread) {
        loop = thread;
    }

    /** Whether looks count now: from the moment that tasks run to that at which the last has ended. */
    void look(boolean isOn) {
        looking = isOn;
    }

    /** What was found, on this lane. */
    LoopWatch found(String lane) {
        return new LoopWatch(lane, looks, computing.byLooks(), waiting.byLooks());
    }

    /** Ends the thread, and waits until it has taken its last look. */
    @Override
    public void close() {
        clock.close();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // nobody else counts
    private void look() {
        Thread thread = loop;
        if (thread == null || !looking) {
            return;
        }
        Thread.State state = thread.getState();
        StackFrames frames = new StackFrames(thread.getStackTrace());
        if (!looking || frames.isEmpty()) {
            return;
        }
        looks = looks + 1;
        if (frames.isOfLoop()) {
            return;
        }
        (state == Thread.State.RUNNABLE && !frames.isInInputOrOutput() ? computing : waiting).add(frames.where());
    }

    /** How often the thread was found where. Confined to the watcher's thread until that has ended. */
    private static final class Places {
        private final List<Sighting> places = new ArrayList<>();

        void add(String where) {
            for (int i = 0; i < places.size(); i++) {
                if (places.get(i).where().equals(where)) {
                    places.set(i, new Sighting(where, places.get(i).looks() + 1));
                    return;
                }
            }
            places.add(new Sighting(where, 1));
        }

        List<Sighting> byLooks() {
            return places.stream()
                    .sorted(Comparator.comparingInt(Sighting::looks).reversed())
                    .toList();
        }
    }
}
