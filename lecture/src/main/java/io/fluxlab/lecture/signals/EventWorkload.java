package io.fluxlab.lecture.signals;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;

/** Any number of waiters and one event that is set, cleared and set again (lecture: Объекты синхронизации: события). */
public final class EventWorkload implements Workload<EventWorkload.Parameters> {

    /** What the waiters wait for. */
    public enum Way {
        /** A flag behind a lock; each waiter is a thread that is held until the flag is set. */
        CLASSIC,
        /** A sink that keeps its latest value; each waiter is a subscriber, and no thread is held. */
        REACTOR
    }

    /**
     * Who waits, and for what.
     *
     * @param way what the waiters wait for
     * @param waiters how many wait at once
     * @param limitMillis how long the one waits that nobody sets the event for, in milliseconds
     */
    public record Parameters(
            @Param("whether waiters are threads that are held or subscribers")
            Way way,

            @Param(value = "how many wait at once", min = 1, max = 1000)
            int waiters,

            @Param(value = "milliseconds after which a waiter gives up that nobody frees", min = 1, max = 3_600_000)
            int limitMillis) {}

    @Override
    public String name() {
        return "event";
    }

    @Override
    public String summary() {
        return "sets and clears an event that others wait for, as threads or as subscribers";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Way.CLASSIC, 20, 50);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return switch (parameters.way()) {
            case CLASSIC ->
                new Solo(
                        "Event",
                        Claim.ofThreads(parameters.waiters() + 1L),
                        context -> ThreadsAtEvent.story(parameters, context));
            case REACTOR ->
                new Solo(
                        "Sinks.many",
                        Claim.ofHeapBytes(1024).times(parameters.waiters()),
                        context -> SubscribersAtSink.story(parameters, context));
        };
    }
}
