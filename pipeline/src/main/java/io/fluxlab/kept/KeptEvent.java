package io.fluxlab.kept;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.run.RunEvent;

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
     * In place of events that are not kept, since they came faster than they could be written.
     *
     * @param seq the number of the first of them
     * @param to the number of the last
     * @param events how many they were
     */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonTypeName("events-missing")
    record Missing(long seq, long to, long events) implements KeptEvent {}

    /** The number from which on to watch after this event. */
    default long next() {
        return (this instanceof Missing missing ? missing.to : seq()) + 1;
    }
}
