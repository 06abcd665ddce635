/**
 * Locks and semaphores (lecture: Объекты синхронизации): a point whose two coordinates must be set at once, a lock taken
 * twice by one thread, and a bound on how many are inside. What races is read and written in opaque mode, for the reason
 * given in {@link io.fluxlab.lecture.sharing}.
 */
@NullMarked
package io.fluxlab.lecture.locks;

import org.jspecify.annotations.NullMarked;
