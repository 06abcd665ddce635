package io.fluxlab.benchmarks;

/** One promise, or a few that are measured together. Made anew for each JVM; not thread-safe. */
interface Benchmark {

    /** What the command line calls it: kebab-case. */
    String name();

    /** Takes the figures; fails where something does not work, not where a target is missed. */
    void measure(Size size, Report report) throws Exception;
}
