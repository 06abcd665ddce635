package io.fluxlab.history;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.run.RunEvent;
import io.fluxlab.wire.RunEventWriter;
import io.fluxlab.wire.WireFormat;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Writes the events of one run as they are kept. Not thread-safe, but for what it has cost. */
final class EventEncoder {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** One event of so many is timed, since telling the time costs as much as writing a small event. */
    private static final int TIMED = 13;

    private final RunEventWriter runEvents = WireFormat.CBOR.eventWriter();
    private long written;
    private volatile long cpuNanos;

    /**
     * The event's bytes.
     *
     * @throws BrokenRunException where an item in it is of a type that can't be kept
     */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time writes
    byte[] encoded(Object event) {
        if (written++ % TIMED != 0) {
            return bytes(event);
        }
        long start = THREADS.getCurrentThreadCpuTime();
        byte[] bytes = bytes(event);
        cpuNanos += TIMED * (THREADS.getCurrentThreadCpuTime() - start);
        return bytes;
    }

    /** The CPU time that writing has taken so far, about. Thread-safe. */
    long cpuNanos() {
        return cpuNanos;
    }

    private byte[] bytes(Object event) {
        try {
            return event instanceof RunEvent runEvent ? runEvents.write(runEvent) : WireFormat.CBOR.write(event);
        } catch (UncheckedIOException e) {
            throw new BrokenRunException("unwritable-item", "an item of the run can't be kept: it is no plain value");
        }
    }
}
