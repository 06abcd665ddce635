package io.fluxlab.lecture.primes;

import java.util.List;

/**
 * The three calls, made in one of the ways. Immutable.
 *
 * @param way which one
 * @param caller the process that made them
 * @param found what each of them found, in the order of the ranges
 * @param wallMillis from before the first thread or process was started until the last result was there, in milliseconds
 */
record ModeResult(ExecutionMode way, String caller, List<SearchResult> found, double wallMillis) {

    static ModeResult since(long startNanos, ExecutionMode way, List<SearchResult> found) {
        double millis = (System.nanoTime() - startNanos) / 1e6;
        return new ModeResult(way, "process " + ProcessHandle.current().pid(), List.copyOf(found), millis);
    }
}
