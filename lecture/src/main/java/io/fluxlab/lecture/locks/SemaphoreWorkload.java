package io.fluxlab.lecture.locks;

import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;

/**
 * More guests than a room has places for (lecture: Объекты синхронизации: семафоры): kept out by a semaphore or by
 * {@code flatMap}; and a semaphore that is released too often.
 */
public final class SemaphoreWorkload implements Workload<SemaphoreWorkload.Parameters> {

    /** What keeps the bound. */
    public enum Style {
        /** A bounded semaphore: each guest is a task, which waits for its permit. */
        SEMAPHORE,
        /** The concurrency of {@code flatMap}: one task, whose guests hold no thread. */
        FLAT_MAP,
        /** None: one task that releases a semaphore once too often. */
        OVER_RELEASE
    }

    /**
     * Who wants to come in.
     *
     * @param style what keeps the bound
     * @param guests how many want to come in
     * @param permits how many may be inside
     * @param stayMillis how long each stays, in milliseconds
     */
    public record Parameters(
            @Param("what keeps the bound") Style style,

            @Param(value = "how many want to come in", min = 1, max = 10_000)
            int guests,

            @Param(value = "how many may be inside at once", min = 1, max = 10_000)
            int permits,

            @Param(value = "how long each stays inside, in milliseconds", min = 0, max = 3_600_000)
            int stayMillis) {}

    @Override
    public String name() {
        return "semaphore";
    }

    @Override
    public String summary() {
        return "lets so many in at once: with a bounded semaphore, or with the concurrency of flatMap";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Style.SEMAPHORE, 20, 5, 100);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return switch (parameters.style()) {
            case SEMAPHORE -> new SemaphoreGuests(parameters);
            case FLAT_MAP -> new FlatMapGuests(parameters);
            case OVER_RELEASE -> new OneReleaseTooMany(parameters.permits());
        };
    }
}
