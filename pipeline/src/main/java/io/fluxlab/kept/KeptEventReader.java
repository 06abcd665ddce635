package io.fluxlab.kept;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.run.RunEvent;
import io.fluxlab.wire.RunEventReader;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import java.util.Set;

/**
 * Reads the events of a kept run, whose tags tell which kind it is of. Not thread-safe; different threads may use it one
 * after the other.
 */
public final class KeptEventReader {

    private static final Set<String> COMPARISON = Set.of(
            "comparison-started",
            "round-started",
            "run-event",
            "run-progress",
            "standing",
            "finding",
            "proof",
            "verdict");
    private static final Set<String> CAPACITY =
            Set.of("capacity-started", "step-started", "step-finished", "lane-capacity", "capacity-finished");
    private static final String MISSING = "events-missing";

    private final WireFormat format;
    private final RunEventReader runEvents;

    /** A reader of events in this format. */
    public KeptEventReader(WireFormat format) {
        this.format = format;
        this.runEvents = format.eventReader();
    }

    /**
     * The event that a buffer holds. Neither moves its indices nor releases it.
     *
     * @throws java.io.UncheckedIOException where it holds none
     */
    public KeptEvent read(ByteBuf bytes) {
        String type = format.type(new ByteBufInputStream(bytes.duplicate()));
        if (COMPARISON.contains(type)) {
            return new KeptEvent.OfComparison(read(bytes, ComparisonEvent.class));
        }
        if (CAPACITY.contains(type)) {
            return new KeptEvent.OfCapacity(read(bytes, CapacityEvent.class));
        }
        if (type.equals(MISSING)) {
            return read(bytes, KeptEvent.Missing.class);
        }
        RunEvent event = runEvents.read(bytes);
        return new KeptEvent.OfRun(event);
    }

    private <T> T read(ByteBuf bytes, Class<T> type) {
        return format.read(new ByteBufInputStream(bytes.duplicate()), type);
    }
}
