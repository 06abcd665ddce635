package io.fluxlab.server.transport;

/**
 * What all connections of a transport share.
 *
 * @param pendingBytes of what has come in and is not whole yet, and of what has to go out
 * @param streams those that are open
 */
record SharedBudgets(SharedBudget pendingBytes, SharedBudget streams) {

    static SharedBudgets of(SharedLimits limits) {
        return new SharedBudgets(
                new SharedBudget("pendingBytes", limits.pendingBytes()), new SharedBudget("streams", limits.streams()));
    }
}
