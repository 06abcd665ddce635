package io.fluxlab.process.isolate;

import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * What a child is to run. Immutable.
 *
 * @param request the run
 * @param recipe of its workload; null where that is a service
 * @param limitMillis after which it is cancelled; null is never
 */
record IsolatedRun(
        RunRequest request,
        @Nullable Recipe recipe,
        @Nullable Long limitMillis) {}
