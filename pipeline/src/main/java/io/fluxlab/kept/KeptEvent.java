package io.fluxlab.kept;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.run.RunEvent;
import java.util.Map;

/** An event of a kept run, whichever kind it is of. Immutable. */
public sealed interface KeptEvent {

    /** The event's number in its run. */
    long seq();

    /** Of a run. */
    record OfRun(RunEvent event) implements KeptEvent {
        @Override
        public long seq() {
            return event.seq();
        }
    }

    /** Of a comparison. */
    record OfComparison(ComparisonEvent event) implements KeptEvent {
        @Override
        public long seq() {
            return event.seq();
        }
    }

    /** Of a search. */
    record OfCapacity(CapacityEvent event) implements KeptEvent {
        @Override
        public long seq() {
            return event.seq();
        }
    }

    /**
     * Of a scenario, whose events only those know who know scenarios.
     *
     * @param fields the event as it travels
     */
    record OfScenario(long seq, Map<String, Object> fields) implements KeptEvent {}

    /**
     * In place of events that are not kept, since they came faster than they could be written.
     *
     * @param seq the number of the first of them
     * @param to the number of the last
     * @param events how many they were
     */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonTypeName("events-missing")
    record Missing(long seq, long to, long events) implements KeptEvent {}

    /** The event itself, as it is written: of a scenario its fields. */
    default Object plain() {
        return switch (this) {
            case OfRun run -> run.event;
            case OfComparison comparison -> comparison.event;
            case OfCapacity capacity -> capacity.event;
            case OfScenario scenario -> scenario.fields;
            case Missing missing -> missing;
        };
    }

    /** The number from which on to watch after this event. */
    default long next() {
        return (this instanceof Missing missing ? missing.to : seq()) + 1;
    }
}
