/**
 * The entrance: a {@link io.fluxlab.lab.Lab} lists workloads and lanes, runs one on the other, and compares. It may be
 * {@linkplain io.fluxlab.lab.LocalLab here} or elsewhere; whoever holds one need not know which.
 */
@NullMarked
package io.fluxlab.lab;

import org.jspecify.annotations.NullMarked;
