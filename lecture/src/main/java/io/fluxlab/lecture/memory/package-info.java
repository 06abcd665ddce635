/**
 * Memory that several processes have mapped at once, which is how they share without sending: its
 * {@linkplain io.fluxlab.lecture.memory.Segment cells}, and what becomes of them when several processes change the same one.
 */
@NullMarked
package io.fluxlab.lecture.memory;

import org.jspecify.annotations.NullMarked;
