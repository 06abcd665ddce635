package io.fluxlab.server;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.kept.EncodedEvent;
import io.fluxlab.run.RunEvent;
import io.fluxlab.wire.RunEventWriter;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.Unpooled;
import io.rsocket.Payload;
import io.rsocket.util.ByteBufPayload;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Writes what a lab answers to one request as payloads, one event each. Not thread-safe, but for what it has cost. */
final class EventWriter {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** One event of so many is timed, since telling the time costs as much as writing a small event. */
    private static final int TIMED = 13;

    private final WireFormat format;
    private final RunEventWriter runEvents;
    private final int mostBytes;
    private long written;
    private volatile long cpuNanos;

    EventWriter(WireFormat format, int mostBytes) {
        this.format = format;
        this.runEvents = format.eventWriter();
        this.mostBytes = mostBytes;
    }

    /**
     * The event as a payload, which lies on the heap and need not be released; fails if it is too large for one, or if an
     * item in it is of a type that can't travel.
     */
    Payload write(Object event) {
        byte[] bytes = timed(event);
        if (bytes.length > mostBytes) {
            throw RejectedRequestException.limit("responseBytes", mostBytes, bytes.length);
        }
        return ByteBufPayload.create(Unpooled.wrappedBuffer(bytes));
    }

    /** The CPU time that writing has taken so far, about. Thread-safe. */
    long cpuNanos() {
        return cpuNanos;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time writes
    private byte[] timed(Object event) {
        if (written++ % TIMED != 0) {
            return bytes(event);
        }
        long start = THREADS.getCurrentThreadCpuTime();
        byte[] bytes = bytes(event);
        cpuNanos += TIMED * (THREADS.getCurrentThreadCpuTime() - start);
        return bytes;
    }

    private byte[] bytes(Object event) {
        try {
            return switch (event) {
                case RunEvent runEvent -> runEvents.write(runEvent);
                case Listings.Encoded encoded -> encoded.bytes();
                case EncodedEvent kept -> kept.in(format);
                default -> format.write(event);
            };
        } catch (UncheckedIOException e) {
            throw new BrokenRunException(
                    "unwritable-item", "an item of the run can't be written as " + format.mimeType());
        }
    }
}
