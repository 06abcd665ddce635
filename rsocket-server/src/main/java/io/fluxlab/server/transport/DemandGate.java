package io.fluxlab.server.transport;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Lets demand pass while it is open, and keeps those who came to a closed gate in line until it opens again. Thread-safe.
 *
 * <p>The gate holds no state of its own: it asks whether it is open, and whoever changes the answer to yes calls
 * {@link #reopened()}. No wake-up is lost: a waiter joins the line first and asks again afterwards.
 */
final class DemandGate {

    private final BooleanSupplier open;
    private final int mostItems;
    private final int mostBytes;
    private final Queue<Waiter> line = new ConcurrentLinkedQueue<>();

    /**
     * @param mostItems how many items one waiter may ask for at a time
     * @param mostBytes how many bytes these may have together, by what is known of them
     */
    DemandGate(BooleanSupplier open, int mostItems, int mostBytes) {
        this.open = open;
        this.mostItems = mostItems;
        this.mostBytes = mostBytes;
    }

    /**
     * How much a waiter may ask for now: what was asked for can't be taken back when the gate closes, so that it must not
     * be much. It grows from one item on, while the items stay small.
     *
     * @param itemBytes how large the waiter's items are
     * @param before how much it asked for the last time
     */
    int batch(int itemBytes, int before) {
        return Math.max(1, Math.min(Math.min(mostItems, 2 * before), mostBytes / Math.max(1, itemBytes)));
    }

    /** Whether the waiter may pass now; if not, it stands in line and its {@code proceed} is called later. */
    boolean passes(Waiter waiter) {
        if (open.getAsBoolean()) {
            return true;
        }
        if (waiter.inLine.compareAndSet(false, true)) {
            line.add(waiter);
        }
        return open.getAsBoolean();
    }

    /** Serves the line, first come first served, for as long as the gate stays open. */
    void reopened() {
        for (int remaining = line.size(); remaining > 0 && open.getAsBoolean(); remaining--) {
            Waiter next = line.poll();
            if (next == null) {
                return;
            }
            next.inLine.set(false);
            next.proceed();
        }
    }

    /** Forgets a waiter that has gone. */
    void leave(Waiter waiter) {
        if (waiter.inLine.get()) {
            line.remove(waiter);
        }
    }

    /** Somebody who may have to wait at the gate. */
    abstract static class Waiter {

        private final AtomicBoolean inLine = new AtomicBoolean();

        /** Asks again whether it may pass; called by any thread, spuriously too. */
        abstract void proceed();
    }
}
