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
final class Gate {

    private final BooleanSupplier open;
    private final int batch;
    private final Queue<Waiter> line = new ConcurrentLinkedQueue<>();

    Gate(BooleanSupplier open, int batch) {
        this.open = open;
        this.batch = batch;
    }

    /** How much one waiter may take at a time. */
    int batch() {
        return batch;
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
