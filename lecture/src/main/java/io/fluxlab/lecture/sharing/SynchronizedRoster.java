package io.fluxlab.lecture.sharing;

import java.util.function.IntConsumer;

/** A list that one thread at a time goes through, from the first to the last, or changes. Thread-safe. */
final class SynchronizedRoster implements Roster {

    private final Roster roster;

    SynchronizedRoster(Roster roster) {
        this.roster = roster;
    }

    @Override
    public synchronized void forEach(IntConsumer visitor) {
        roster.forEach(visitor);
    }

    @Override
    public synchronized void removeLast() {
        roster.removeLast();
    }

    @Override
    public synchronized void fill() {
        roster.fill();
    }
}
