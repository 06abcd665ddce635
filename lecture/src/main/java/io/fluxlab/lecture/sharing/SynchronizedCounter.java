package io.fluxlab.lecture.sharing;

/** A counter that one thread at a time reads and writes. Thread-safe. */
final class SynchronizedCounter implements Counter {

    private final Counter counter;

    SynchronizedCounter(Counter counter) {
        this.counter = counter;
    }

    @Override
    public synchronized void increment() {
        counter.increment();
    }

    @Override
    public synchronized long value() {
        return counter.value();
    }
}
