package io.fluxlab.cli.puzzle;

import io.fluxlab.lecture.puzzle.LecturePuzzle;
import io.fluxlab.lecture.puzzle.LecturePuzzle.Variant;
import io.fluxlab.lecture.puzzle.Puzzle;
import io.fluxlab.lecture.puzzle.ThreadProgram;
import java.util.List;

/**
 * A puzzle in one of its variants, with its figures. Immutable.
 *
 * @param subject which puzzle
 * @param variant with its fault or without
 * @param seed of its figures
 */
public record Staging(LecturePuzzle subject, Variant variant, long seed) {

    /** The threads. */
    public Puzzle puzzle() {
        return subject.puzzle(variant, seed);
    }

    /** The names of the threads. */
    public List<String> threads() {
        return puzzle().threads().stream().map(ThreadProgram::thread).toList();
    }

    /** Whether it is the one that was put right. */
    public boolean isFixed() {
        return variant == Variant.FIXED;
    }

    /** The variant that it is not. */
    Staging other() {
        return new Staging(subject, isFixed() ? Variant.FAULTY : Variant.FIXED, seed);
    }
}
