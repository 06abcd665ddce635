package io.fluxlab.process.isolate;

import io.fluxlab.run.RunRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a child is to run. Immutable.
 *
 * @param request the run
 * @param limitMillis after which it is cancelled; null is never
 */
record IsolatedRun(RunRequest request, @Nullable Long limitMillis) {}
