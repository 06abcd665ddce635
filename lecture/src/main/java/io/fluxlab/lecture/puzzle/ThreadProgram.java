package io.fluxlab.lecture.puzzle;

import java.util.List;

/** The program of a thread. Immutable. */
public record ThreadProgram(String thread, List<ProgramStep> steps) {

    public ThreadProgram {
        steps = List.copyOf(steps);
    }
}
