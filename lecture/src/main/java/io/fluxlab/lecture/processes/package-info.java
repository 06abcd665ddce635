/**
 * Several processes and what they do not share (lecture: Многопроцессность, Синхронизация процессов, Создание пула
 * процессов). A workload is the parent; its children run a {@link io.fluxlab.process.child.ChildProgram} of this package,
 * and parent and child say records to each other: one {@link io.fluxlab.lecture.processes.Asking asks}, the other
 * {@link io.fluxlab.lecture.processes.Answering answers}.
 */
@NullMarked
package io.fluxlab.lecture.processes;

import org.jspecify.annotations.NullMarked;
