package io.fluxlab.lecture.demonstration;

import java.util.BitSet;

/** Which of the items {@code 0 .. items-1} have been taken, and whether one was taken twice. Thread-safe. */
public final class Receipts {

    private final int items;
    private final BitSet taken = new BitSet();
    private int different;
    private int twice;

    /** None is taken yet. */
    public Receipts(int items) {
        this.items = items;
    }

    /** The item was taken. */
    public synchronized void add(int item) {
        if (taken.get(item)) {
            twice++;
        } else {
            taken.set(item);
            different++;
        }
    }

    /** How many different ones were taken. */
    public synchronized int different() {
        return different;
    }

    /** How many were taken once more. */
    public synchronized int twice() {
        return twice;
    }

    /** Whether all were taken. */
    public synchronized boolean isComplete() {
        return different == items;
    }
}
