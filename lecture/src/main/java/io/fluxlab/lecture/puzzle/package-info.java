/**
 * Threads as data, whose scheduler is whoever steps them: a {@link io.fluxlab.lecture.puzzle.Puzzle} holds the programs of two
 * or three threads, taken apart into operations that are atomic; a {@link io.fluxlab.lecture.puzzle.PuzzleState} is what they share
 * and where each of them is; {@link io.fluxlab.lecture.puzzle.Schedule} goes from moment to moment and back, and
 * {@link io.fluxlab.lecture.puzzle.Exploration} goes through all schedules that there are. Nothing here runs a thread.
 */
@NullMarked
package io.fluxlab.lecture.puzzle;

import org.jspecify.annotations.NullMarked;
