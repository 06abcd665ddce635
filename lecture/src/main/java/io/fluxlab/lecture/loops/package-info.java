/**
 * One loop for all: the lecture's coroutines {@code calc} and {@code status}, and what a call that blocks does to them
 * (lecture: Asyncio).
 */
@NullMarked
package io.fluxlab.lecture.loops;

import org.jspecify.annotations.NullMarked;
