/**
 * Mistakes that were reported in public, rebuilt small: each is a {@link io.fluxlab.traps.Trap}, a workload that runs what
 * people wrote and, with {@code style=fixed}, what puts it right. What each of them is about, and where it was reported, its
 * scenario of the same name says.
 */
@NullMarked
package io.fluxlab.traps;

import org.jspecify.annotations.NullMarked;
