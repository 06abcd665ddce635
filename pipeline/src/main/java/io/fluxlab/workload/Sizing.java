package io.fluxlab.workload;

import java.time.Duration;

/**
 * How a workload's sizes are chosen where a request leaves them open: so many calls of its body are tried, and then a run is
 * to take a certain time. Immutable.
 *
 * @param <P> the workload's parameters
 */
public interface Sizing<P extends Record> {

    /** The parameters of a run that tries the body so many times, in one task. */
    P trial(int calls);

    /**
     * The parameters of runs, given what a call takes.
     *
     * @param run how long a run is to take on the slowest lane that is worth it
     * @param inSequence whether no lane runs more than one task at once
     */
    P sized(CallCost cost, Duration run, boolean inSequence);
}
