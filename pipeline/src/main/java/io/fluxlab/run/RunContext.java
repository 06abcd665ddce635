package io.fluxlab.run;

import io.fluxlab.claim.Lease;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.task.TaskEnvironment;
import io.fluxlab.workload.Plan;

/**
 * What the parts of a run read and none of them changes. Thread-safe.
 *
 * @param plan what is run
 * @param session the lane's side of it
 * @param environment what the tasks find where they run
 * @param lease the right to what the run takes
 * @param clock counts from the moment the first task could start
 */
record RunContext(Plan plan, LaneSession session, TaskEnvironment environment, Lease lease, RunClock clock) {}
