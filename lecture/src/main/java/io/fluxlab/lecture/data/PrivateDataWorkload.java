package io.fluxlab.lecture.data;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;

/** Owners that keep data to themselves (lecture: Практика, exercise 3), some of whom change the thread in between. */
public final class PrivateDataWorkload implements Workload<PrivateDataWorkload.Parameters> {

    /** Where private data is kept. */
    public enum Way {
        /** In a {@link ThreadLocal}, by threads that stay who they are. */
        THREAD_LOCAL,
        /** In a {@link ThreadLocal}, across {@code publishOn}: lost. */
        HOP,
        /** In Reactor's context, across {@code publishOn}. */
        CONTEXT,
        /** In a {@link ThreadLocal} that is captured before {@code publishOn} and restored behind it. */
        PROPAGATED,
        /** In a {@link ThreadLocal} of a pool's only thread, by jobs that leave it there. */
        FORGOTTEN,
        /** In a {@link ThreadLocal} of a pool's only thread, by jobs that take it away. */
        REMOVED
    }

    /**
     * Who keeps what where.
     *
     * @param way where private data is kept
     * @param owners how many owners there are
     * @param holdMillis how long each of them keeps its data before it looks at it, in milliseconds
     */
    public record Parameters(
            @Param("where private data is kept") Way way,

            @Param(value = "how many owners of private data there are", min = 1, max = 1000)
            int owners,

            @Param(value = "milliseconds between putting data away and looking at it", min = 0, max = 3_600_000)
            int holdMillis) {}

    @Override
    public String name() {
        return "private-data";
    }

    @Override
    public String summary() {
        return "keeps private data of threads and subscriptions, and loses or leaks some of it";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Way.THREAD_LOCAL, 5, 10);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return switch (parameters.way()) {
            case THREAD_LOCAL ->
                new Solo(
                        "ThreadLocal",
                        Claim.ofThreads(parameters.owners()),
                        context -> OwnThreads.story(parameters, context));
            case HOP, CONTEXT, PROPAGATED ->
                new Solo("publishOn", Claim.ofThreads(parameters.owners() + 2L), context -> Hop.story(parameters));
            case FORGOTTEN, REMOVED -> new Solo("pool", Claim.ofThreads(2), context -> PoolThread.story(parameters));
        };
    }
}
