/**
 * Objects that live in one process, and that others use by messages, as those of Python's {@code multiprocessing.Manager}
 * (lecture: Синхронизация процессов): the parent keeps them at its {@link io.fluxlab.lecture.manager.ObjectManager desk}, and a child
 * {@link io.fluxlab.lecture.manager.RemoteObject calls} them and waits for the answer.
 */
@NullMarked
package io.fluxlab.lecture.manager;

import org.jspecify.annotations.NullMarked;
