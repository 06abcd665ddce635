/**
 * A served lab in use for a while: does it hold in the end what it held in the beginning? {@link
 * io.fluxlab.benchmarks.soak.Soak} lets {@link io.fluxlab.benchmarks.soak.User}s use a {@link
 * io.fluxlab.benchmarks.soak.ServerProcess} and compares its {@link io.fluxlab.benchmarks.soak.Vitals}.
 */
@NullMarked
package io.fluxlab.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
