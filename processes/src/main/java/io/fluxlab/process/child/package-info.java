/**
 * A process of this program's own, and how it is started, met and ended. A {@link io.fluxlab.process.child.ChildProcess}
 * is the parent's hold on a JVM that runs a {@link io.fluxlab.process.child.ChildProgram} from the same class path; its
 * {@link io.fluxlab.process.child.ChildMain} ends it when the parent does, however the parent ends.
 */
@NullMarked
package io.fluxlab.process.child;

import org.jspecify.annotations.NullMarked;
