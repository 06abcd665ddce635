/**
 * Threads that cost nearly nothing (lecture: Green threads): what a virtual one and a platform one cost, and where a
 * virtual one holds on to the platform thread that carries it.
 */
@NullMarked
package io.fluxlab.lecture.green;

import org.jspecify.annotations.NullMarked;
