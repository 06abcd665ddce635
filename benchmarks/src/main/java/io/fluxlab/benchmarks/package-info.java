/**
 * What Fluxlab promises of its speed, measured: a {@link io.fluxlab.benchmarks.Benchmark} takes figures, most of them
 * ratios of things that were run in turn, and a {@link io.fluxlab.benchmarks.Report} sets them beside their targets. Each
 * benchmark has a JVM of its own.
 */
@NullMarked
package io.fluxlab.benchmarks;

import org.jspecify.annotations.NullMarked;
