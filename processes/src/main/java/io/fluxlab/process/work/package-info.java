/**
 * What a child of the lane {@code process} does: makes the plan anew from workload and parameters, and runs its tasks one
 * at a time on one thread, as the parent asks for them.
 */
@NullMarked
package io.fluxlab.process.work;

import org.jspecify.annotations.NullMarked;
