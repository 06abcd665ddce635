package io.fluxlab.cluster.message;

import io.fluxlab.process.message.OpenPlan;

/**
 * The plan of a run whose tasks will come. Immutable.
 *
 * @param run the run
 * @param plan workload and parameters
 * @param version what the workload is made of at the coordinator
 */
public record OpenRun(long run, OpenPlan plan, String version) {}
