package io.fluxlab.lecture.signals;

import java.util.BitSet;

/** Which of the items {@code 0 .. items-1} have been taken, and whether one was taken twice. Thread-safe. */
final class Receipts {

    private final int items;
    private final BitSet taken = new BitSet();
    private int twice;

    Receipts(int items) {
        this.items = items;
    }

    synchronized void add(int item) {
        if (taken.get(item)) {
            twice++;
        }
        taken.set(item);
    }

    synchronized int different() {
        return taken.cardinality();
    }

    synchronized int twice() {
        return twice;
    }

    synchronized boolean isComplete() {
        return taken.cardinality() == items;
    }
}
