package io.fluxlab.wire;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.run.RunEvent;
import java.nio.charset.StandardCharsets;

/**
 * Events in the wire's form, for whoever serves them by other means: one object of JSON (RFC 8259) without line breaks, as in
 * the command's {@code --json}. An application's own Jackson, 2 or 3, writes the same of an event, by the annotations that
 * both know. Stateless; thread-safe.
 */
public final class EventJson {

    private EventJson() {}

    /**
     * The event as JSON.
     *
     * @throws java.io.UncheckedIOException where an item in it can't be written
     */
    public static String write(RunEvent event) {
        return text(event);
    }

    /**
     * The event as JSON.
     *
     * @throws java.io.UncheckedIOException where an item in an event of a run can't be written
     */
    public static String write(ComparisonEvent event) {
        return text(event);
    }

    /** The event as JSON. */
    public static String write(CapacityEvent event) {
        return text(event);
    }

    private static String text(Object event) {
        return new String(WireFormat.JSON.write(event), StandardCharsets.UTF_8);
    }
}
