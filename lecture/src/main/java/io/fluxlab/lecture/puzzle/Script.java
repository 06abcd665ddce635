package io.fluxlab.lecture.puzzle;

import java.util.List;

/** The program of a thread. Immutable. */
public record Script(String thread, List<Step> steps) {

    public Script {
        steps = List.copyOf(steps);
    }
}
