package io.fluxlab.benchmarks;

import io.fluxlab.lab.Lab;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.RunSummary;

/** Runs a request to its end. Thread-safe. */
record Runs(Lab lab) {

    /** The run's own account of itself. */
    RunSummary summary(RunRequest request) {
        if (lab.run(request).blockLast() instanceof RunFinished end && end.status() == Status.COMPLETED) {
            return end.summary();
        }
        throw new IllegalStateException("did not complete: " + request);
    }

    /** The wall time from the request to the end of the stream, in seconds: also what is opened and closed around the tasks. */
    double seconds(RunRequest request) {
        long start = System.nanoTime();
        summary(request);
        return (System.nanoTime() - start) / 1e9;
    }
}
