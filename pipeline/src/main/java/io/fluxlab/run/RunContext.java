package io.fluxlab.run;

import io.fluxlab.claim.Lease;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.task.TaskEnvironment;
import io.fluxlab.trace.RunTrace;
import io.fluxlab.workload.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a run read and none of them changes. Thread-safe.
 *
 * @param plan what is run
 * @param session the lane's side of it
 * @param environment what the tasks find where they run
 * @param lease the right to what the run takes
 * @param clock counts from the moment the first task could start
 * @param trace what threads do; null where nobody asked for that
 */
record RunContext(
        Plan plan,
        LaneSession session,
        TaskEnvironment environment,
        Lease lease,
        RunClock clock,
        @Nullable RunTrace trace) {

    /** Of a run whose threads nobody asked about. */
    RunContext(Plan plan, LaneSession session, TaskEnvironment environment, Lease lease, RunClock clock) {
        this(plan, session, environment, lease, clock, null);
    }
}
