/**
 * Processes: the lane {@code process}, whose tasks run in child JVMs that share no heap with their parent, spoken to over
 * RSocket. A workload travels as its name and its parameters, never as code: the child has the same class path.
 */
@NullMarked
package io.fluxlab.process;

import org.jspecify.annotations.NullMarked;
