package io.fluxlab.cluster.message;

import java.util.List;

/**
 * A sign of life. Immutable.
 *
 * @param member whose
 * @param uses what the runs that are open there have used, in figures that are cheap to read
 * @param tasks how far the tasks are that run there
 */
public record Beat(String member, List<Used> uses, List<Progress> tasks) {

    /**
     * How far a task is.
     *
     * @param run the run
     * @param task its index
     * @param done what its last checkpoint said
     */
    public record Progress(long run, int task, long done) {}
}
