/**
 * Queues between threads (lecture: Потокобезопасная очередь): the three of Python's module {@code queue}, the program
 * that squares numbers through one, and the sinks and demand that stand in their place.
 */
@NullMarked
package io.fluxlab.lecture.queues;

import org.jspecify.annotations.NullMarked;
