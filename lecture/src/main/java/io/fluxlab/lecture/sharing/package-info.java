/**
 * What goes wrong where threads share what changes (lecture: Межпоточное взаимодействие), and what does not where it is
 * immutable, confined to one thread, or synchronized. A {@link io.fluxlab.lecture.sharing.SharedThing} is one thing that is
 * shared, a {@link io.fluxlab.lecture.sharing.Sharing} a way to share it.
 *
 * <p>Faults must neither hide nor be faked: fields that race are read and written in opaque mode, so that the compiler
 * performs every access, one at a time and unsynchronized, as the source says. With plain accesses it may keep a field in
 * a register for the length of a loop, and a race would show the compiler's work and not the threads'.
 */
@NullMarked
package io.fluxlab.lecture.sharing;

import org.jspecify.annotations.NullMarked;
