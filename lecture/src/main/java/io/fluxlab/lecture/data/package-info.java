/**
 * Data that tasks are given or keep (lecture: Практика, exercises 2 and 3): operands of {@code +}, and what belongs to
 * one thread or one subscription alone.
 */
@NullMarked
package io.fluxlab.lecture.data;

import org.jspecify.annotations.NullMarked;
