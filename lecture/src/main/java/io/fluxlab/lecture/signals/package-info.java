/**
 * Threads that wait for a word from another one: the lecture's {@code Event} and {@code Condition} (lecture: Объекты
 * синхронизации), and the sinks that stand in their place where nothing may block.
 */
@NullMarked
package io.fluxlab.lecture.signals;

import org.jspecify.annotations.NullMarked;
