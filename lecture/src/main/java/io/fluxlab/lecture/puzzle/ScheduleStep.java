package io.fluxlab.lecture.puzzle;

/**
 * One operation of a play.
 *
 * @param thread who went on
 * @param step what it did
 * @param before what there was before
 * @param after what there is since
 */
public record ScheduleStep(int thread, ProgramStep step, PuzzleState before, PuzzleState after) {}
