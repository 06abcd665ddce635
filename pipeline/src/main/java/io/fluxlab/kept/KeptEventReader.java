package io.fluxlab.kept;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.run.RunEvent;
import io.fluxlab.wire.RunEventReader;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
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
    private static final Set<String> SCENARIO =
            Set.of("scenario-started", "comparison-event", "step-broken", "judged", "revealed", "scenario-finished");

    /** Tags that events of scenarios share with others, which name a step by number or not at all. */
    private static final Set<String> SHARED = Set.of("step-started", "step-finished", "run-event");

    private static final String STEP = "step";
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
     * @throws UncheckedIOException where it holds none
     */
    public KeptEvent read(ByteBuf bytes) {
        String type = format.type(new ByteBufInputStream(bytes.duplicate()));
        if (SCENARIO.contains(type) || (SHARED.contains(type) && namesStep(bytes))) {
            return scenario(format.readFields(ByteBufUtil.getBytes(bytes)));
        }
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

    private boolean namesStep(ByteBuf bytes) {
        return format.text(new ByteBufInputStream(bytes.duplicate()), STEP).isPresent();
    }

    private static KeptEvent scenario(Map<String, Object> fields) {
        if (fields.get("seq") instanceof Number seq) {
            return new KeptEvent.OfScenario(seq.longValue(), fields);
        }
        throw new UncheckedIOException("no event of a kept run", new IOException("its number is missing"));
    }

    private <T> T read(ByteBuf bytes, Class<T> type) {
        return format.read(new ByteBufInputStream(bytes.duplicate()), type);
    }
}
