package io.fluxlab.catalog;

import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;

/**
 * HTTP requests over real sockets to a server that answers each after a while: I/O as asyncio is made for (lecture:
 * Asyncio). The server belongs to the plan and has an event loop of its own.
 */
public final class FetchWorkload implements Workload<FetchWorkload.Parameters> {

    /** How a request waits for its response. */
    public enum Style {
        /** Reactor Netty's client, on the home loop whatever the lane. */
        ASYNC,
        /** The JDK's client, which holds the task's thread until the response is there. */
        BLOCKING
    }

    /**
     * What to fetch.
     *
     * @param requests how many requests, one for each task
     * @param latencyMillis after which the server answers, in milliseconds
     * @param style how a request waits for its response
     */
    public record Parameters(
            @Param(value = "how many requests, one for each task", min = 1, max = 10_000)
            int requests,

            @Param(value = "milliseconds after which the server answers", min = 0, max = 3_600_000)
            int latencyMillis,

            @Param("whether a request holds its thread until the response is there")
            Style style) {}

    @Override
    public String name() {
        return "fetch";
    }

    @Override
    public String summary() {
        return "makes HTTP requests that are answered after a while, holding a thread or not: the asyncio side";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(20, 50, Style.ASYNC);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new FetchPlan(parameters);
    }
}
