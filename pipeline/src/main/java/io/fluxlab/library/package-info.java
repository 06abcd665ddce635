/**
 * The scenarios that a lab offers beside its workloads and lanes, as data: how they are listed, shown and submitted, and what
 * whoever knows them has to be able to do. No scripts here: module {@code scenarios} reads and runs them.
 */
@NullMarked
package io.fluxlab.library;

import org.jspecify.annotations.NullMarked;
