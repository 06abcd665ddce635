package io.fluxlab.spring;

import io.fluxlab.run.RunSummary;
import io.fluxlab.verdict.Verdict;

/**
 * Is told what becomes of runs and comparisons, on whichever thread it happens: it must not block. Implementations are
 * thread-safe; every bean of this type is told.
 */
public interface LabListener {

    /** A run has ended, and this is what it took. */
    default void finished(Activity run, RunSummary summary) {}

    /** A comparison has ended in this verdict. */
    default void finished(Activity comparison, Verdict verdict) {}
}
