/**
 * Threads from their creation to their end (lecture: threading): how a body gets its arguments and its thread, what is lost
 * where a program forgets to start or to wait, and who ends when asked to.
 */
@NullMarked
package io.fluxlab.lecture.threads;

import org.jspecify.annotations.NullMarked;
