package io.fluxlab.lecture.race;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One who repeats a step, and remembers which threads took it. Not thread-safe: in a race one thread at a time steps, and
 * who reads the rest does so when the race is over.
 */
public final class Racer {

    private final String name;
    private final Runnable step;
    private final List<String> threads = new ArrayList<>();
    private @Nullable Thread last;
    private long steps;

    /** A racer that takes steps on a thread of its own name, unless it is confined to another. */
    public Racer(String name, Runnable step) {
        this.name = name;
        this.step = step;
    }

    /** How many steps were taken. */
    public long steps() {
        return steps;
    }

    /** The names of the threads that took steps. */
    public List<String> threads() {
        return List.copyOf(threads);
    }

    String name() {
        return name;
    }

    void step() {
        Thread self = Thread.currentThread();
        if (self != last) {
            last = self;
            if (!threads.contains(self.getName())) {
                threads.add(self.getName());
            }
        }
        step.run();
        steps++;
    }
}
