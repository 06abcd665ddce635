package io.fluxlab.workload;

/** A {@link Runnable} that may throw. */
@FunctionalInterface
public interface CheckedRunnable {

    /** Does it, once. */
    void run() throws Exception;
}
