package io.fluxlab.process.isolate;

import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * What a child is to run. Immutable.
 *
 * @param request the run
 * @param recipe of its workload; null where that is a service
 * @param warm whether the child plays it until it is warm before the one that is told
 * @param limitMillis after which it is cancelled; null is never
 */
record IsolatedRun(
        RunRequest request,
        @Nullable Recipe recipe,
        boolean warm,
        @Nullable Long limitMillis) {}
